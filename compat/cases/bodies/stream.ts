// @covers Request
// The body as a stream: its type, its bytes as they come, and what reading part of it means.
import { attempt, brief, listen } from "../../client.ts";
const server = Bun.serve({
  ...listen(),
  async fetch(req: any) {
    const path = new URL(req.url).pathname;
    if (path === "/iterate") { let text = ""; for await (const chunk of req.body) text += `${chunk.constructor.name}:${new TextDecoder().decode(chunk)}`; return new Response(text + req.bodyUsed); }
    if (path === "/reader") { const reader = req.body.getReader(); const { value } = await reader.read(); const last = await reader.read(); return new Response(`${new TextDecoder().decode(value)} ${last.done} ${req.bodyUsed}`); }
    if (path === "/cancel") { await req.body.cancel(); return new Response(`cancelled ${req.bodyUsed}`); }
    if (path === "/echo") return new Response(req.body);
    if (path === "/locked") { req.body.getReader(); await attempt("text of a locked body", () => req.text()); return new Response("locked"); }
    return new Response(`${req.body?.constructor.name ?? req.body} ${req.body === req.body} ${req.bodyUsed}`);
  },
});
for (const path of ["/type", "/iterate", "/reader", "/cancel", "/echo", "/locked"]) await brief(server, "POST", path, {}, "the body");
await brief(server, "GET", "/type");
await brief(server, "POST", "/type", {}, "");
await server.stop(true);
