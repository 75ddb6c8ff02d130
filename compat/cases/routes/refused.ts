// @covers Serve.Options.routes
import { ask, named } from "./_routes.ts";

await ask(
  "fmethods",
  { "/m": { GET: false, POST: named("p") }, "/n": { GET: named("g"), POST: false }, "/*": named("all") },
  ["GET /m", "POST /m", "GET /n", "POST /n"],
);
await ask("falsewild", { "/a/*": false, "/*": named("all"), "/a/b/*": named("ab") }, [
  "/a/x",
  "/a/b/c",
  "/b",
  "/a",
  "/a/",
]);
await ask("falseparam", { "/:x": false, "/*": named("all"), "/u/:id": false, "/u/*": named("u*") }, [
  "/a",
  "/a/b",
  "/u/1",
  "/u/1/2",
]);
