// @covers Server.upgrade
import { FrameClient } from "../../frames.ts";

const log = console.log;
const other: any = Bun.serve({ port: 0, fetch() { return new Response("o"); }, websocket: { open(ws: any) { ws.send("from other"); }, message() {} } });
let saved: any;
const server: any = Bun.serve({ port: 0, error(e: any) { try { log("in error", server.upgrade(saved, { data: "err" })); } catch (x: any) { log(x.message); } return new Response("e"); },
 routes: { "/async": async (req: any, s: any) => { await Bun.sleep(1); return s.upgrade(req) ? undefined : new Response("no"); }, "/obj": { GET: async (req: any, s: any) => { await 0; if (s.upgrade(req, { data: "obj" })) return; return new Response("x"); } }, "/w/*": (req: any, s: any) => s.upgrade(req, { data: new URL(req.url).pathname }) ? undefined : new Response("no"), "/ret": (req: any, s: any) => s.upgrade(req) as any },
 fetch(req, s: any) { const p = new URL(req.url).pathname; saved = req;
  if (p === "/timeout") { s.timeout(req, 1); s.upgrade(req); s.timeout(req, 0); return; }
  if (p === "/other") { try { log("other", other.upgrade(req)); } catch (e: any) { log(e.message); } return new Response("not mine"); }
  if (p === "/err") throw new Error("to error handler");
  if (p === "/body") { log(req.body, req.bodyUsed); s.upgrade(req); return req.text().then((t: string) => { log("text", JSON.stringify(t)); }) as any; }
  if (p === "/detached") { const { upgrade } = s; try { log(upgrade(req)); } catch (e: any) { log(e.name, e.message.replace(/Debug|HTTPS?Server/g, "")); } log(upgrade.call(s, req)); return; }
  if (p === "/this") { s.upgrade(req); return; }
  if (p === "/fetch") { return s.fetch(new Request("http://x/inner", { headers: req.headers })); }
  if (p === "/inner") { return new Response("inner " + s.upgrade(req)); }
  if (p === "/stream") { const r = new Response(new ReadableStream({ start(c) { c.enqueue("x"); } })); setTimeout(() => log("late after reply", s.upgrade(req)), 5); return r; }
  if (p === "/reply") { queueMicrotask(() => log("micro", s.upgrade(req))); return new Response("reply"); }
  if (p === "/tick") { setTimeout(() => { log("timer", s.upgrade(req)); }, 2); return new Promise(() => {}) as any; }
  return new Response("plain"); },
 websocket: { open(ws: any) { ws.send("hi " + ws.data); }, message(ws: any, m: any) { ws.send(m); }, close(ws: any, c: number) { log("close", ws.data, c); } } });
for (const p of ["/async", "/obj", "/w/a/b", "/ret", "/timeout", "/other", "/err", "/body", "/detached", "/this", "/fetch", "/tick", "/none"]) {
  log("---", p); const c = await FrameClient.open(server, { path: p }); log(c.status); if (c.status.includes("101")) { log(await c.next(), c.text("x") && await c.next()); c.close(1000); log(await c.rest()); } else c.destroy(); await Bun.sleep(8);
}
server.stop(true); other.stop(true);
