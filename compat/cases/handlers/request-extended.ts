// @covers Request
// Libraries put things on the request, copy it and wrap it.
import { attempt, brief, listen } from "../../client.ts";
const server = Bun.serve({
  ...listen(),
  async fetch(req: any) {
    await attempt("own property", () => { req.user = "ada"; return req.user; });
    await attempt("defineProperty", () => { Object.defineProperty(req, "ip", { get: () => "1.2.3.4" }); return req.ip; });
    await attempt("clone", async () => { const copy = req.clone(); return `${copy.method} ${copy.url === req.url} ${copy.headers.get("x-a")} ${await copy.text()}`; });
    await attempt("new Request(req)", () => { const copy = new Request(req.clone()); return `${copy.method} ${copy.url === req.url} ${copy.headers.get("x-a")}`; });
    await attempt("new Request(req, init)", () => { const copy = new Request(req.clone(), { method: "PUT", headers: { "x-b": "2" }, body: "z" }); return `${copy.method} ${copy.headers.get("x-a")} ${copy.headers.get("x-b")}`; });
    await attempt("new Request(url, req)", () => { const copy = new Request("http://other/x", req.clone()); return `${copy.method} ${copy.url} ${copy.headers.get("x-a")}`; });
    await attempt("structuredClone", () => { try { structuredClone(req); return "copied"; } catch (error: any) { return error.name; } });
    await attempt("headers set", () => { req.headers.set("x-a", "changed"); return req.headers.get("x-a"); });
    await attempt("body", () => req.text());
    return new Response("x");
  },
});
await brief(server, "POST", "/p", { "x-a": "1" }, "the body");
await server.stop(true);
