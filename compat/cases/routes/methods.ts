// @covers Serve.Options.routes
import { ask, named } from "./_routes.ts";

await ask(
  "mbacktrack",
  { "/a/:x": { POST: named("post") }, "/a/b": { GET: named("ab") }, "/*": named("all") },
  ["GET /a/b", "POST /a/b", "GET /a/z", "POST /a/z", "PUT /a/b", "HEAD /a/b", "HEAD /a/z"],
);
await ask("mixed", { "/a": { GET: named("g") }, "/a/": named("slash"), "/:x": { PUT: named("px") } }, [
  "PUT /a",
  "GET /a",
  "PUT /a/",
  "DELETE /a",
  "PUT /zz",
]);
await ask(
  "headget",
  {
    "/h": { GET: named("g"), HEAD: named("h") },
    "/g": { GET: named("g") },
    "/s": { GET: new Response("body") },
    "/*": { HEAD: named("anyhead") },
  },
  ["HEAD /h", "HEAD /g", "HEAD /s", "HEAD /zz", "GET /zz"],
);
await ask("custom", { "/m": named("m") }, ["PURGE /m", "PROPFIND /m", "LINK /m", "M-SEARCH /m", "TRACE /m"]);
