// @covers Server.upgrade
import { FrameClient } from "../../frames.ts";

const log = console.log;
const other: any = Bun.serve({ port: 0, fetch() { return new Response("o"); }, websocket: { message() {} } });
const nows: any = Bun.serve({ port: 0, fetch() { return new Response("o"); } });
let kept: any;
const attempt = (name: string, f: () => any) => { try { log(name, f()); } catch (e: any) { log(name, e.constructor.name, e.name, e.code, e.message); } };
const server: any = Bun.serve({ port: 0, async fetch(req, s: any) { const p = new URL(req.url).pathname; kept = req;
  if (p === "/late") await Bun.sleep(1);
  attempt("other", () => other.upgrade(req)); attempt("none", () => nows.upgrade(req)); attempt("other opts", () => other.upgrade(req, 5)); 
  if (p === "/plain") return new Response("plain"); attempt("own", () => s.upgrade(req)); attempt("other after", () => other.upgrade(req)); }, websocket: { message() {} } });
for (const p of ["/now", "/late", "/plain"]) { const c = await FrameClient.open(server, { path: p }); log(p, c.status); c.destroy(); await Bun.sleep(5); attempt("gone own", () => server.upgrade(kept)); attempt("gone other", () => other.upgrade(kept)); }
const r = await FrameClient.open(server, { path: "/plain", headers: { Upgrade: null } }); log(r.status); r.destroy();
attempt("made", () => other.upgrade(new Request("http://a/")));
server.stop(true); other.stop(true); attempt("stopped", () => server.upgrade(kept)); nows.stop(true);
