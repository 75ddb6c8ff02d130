// @covers Serve.Options.routes
import { attempt, brief, listen } from "../../client.ts";

const shared = new Response("shared", { headers: { "X-A": "1" } });
const server = Bun.serve({
  ...listen(),
  development: false,
  routes: {
    "/a": shared,
    "/b": shared,
    "/c": { GET: shared, POST: shared },
    "/clone": () => shared.clone(),
    "/itself": () => shared,
  },
  fetch: () => new Response("fetch"),
  error: (error: any) => new Response(`error ${error.name}`),
});
for (const path of ["/a", "/b", "/c", "/clone", "/clone", "/itself", "/itself", "/clone", "/a"]) await brief(server, "GET", path);
await brief(server, "POST", "/c", { "Content-Length": "0" });
await attempt("text", () => shared.text());
await attempt("used", () => String(shared.bodyUsed));
for (const path of ["/a", "/b"]) await brief(server, "GET", path);
await attempt("again", () => {
  server.reload({ routes: { "/a": shared }, fetch: () => new Response("fetch 2") } as any);
  return "reloaded";
});
await brief(server, "GET", "/a");
await server.stop(true);
