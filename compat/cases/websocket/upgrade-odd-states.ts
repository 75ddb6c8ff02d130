// @covers Server.upgrade
// upgrade in odd states

import { raw } from "../../client.ts";
import { FrameClient } from "../../frames.ts";

const log = (...a: any[]) => console.log(...a);
const server: any = Bun.serve({ port: 0, error(e: any) { log("error", e.message); return new Response("err " + e.message, { status: 500 }); },
 routes: {
  "/route": (req: any, s: any) => { log("route", s.upgrade(req, { data: "route" })); },
  "/method": { GET: (req: any, s: any) => { log("method", s.upgrade(req, { data: "method" })); } },
  "/post": { POST: (req: any, s: any) => new Response("post") },
  "/param/:id": (req: any, s: any) => { s.upgrade(req, { data: req.params.id }); },
  "/static": new Response("static"),
 },
 async fetch(req, s: any) {
  const p = new URL(req.url).pathname;
  if (p === "/twice") { log(s.upgrade(req), s.upgrade(req)); return; }
  if (p === "/return") { log(s.upgrade(req)); return new Response("ignored"); }
  if (p === "/throw") { log(s.upgrade(req)); throw new Error("after upgrade"); }
  if (p === "/awaitthrow") { await 0; log(s.upgrade(req)); throw new Error("after late upgrade"); }
  if (p === "/reject") { log(s.upgrade(req)); await Bun.sleep(1); throw new Error("later"); }
  if (p === "/false") { return s.upgrade(new Request(req)) ? undefined : new Response("copied"); }
  if (p === "/noreturn") { return undefined as any; }
  if (p === "/str") { log(s.upgrade(req)); return "str" as any; }
  if (p === "/late") { await Bun.sleep(2); log(s.upgrade(req)); return; }
  if (p === "/clone") { const c = req.clone(); log("clone", s.upgrade(c)); log("orig", s.upgrade(req)); return; }
  if (p === "/args") { for (const a of [undefined, null, 1, "x", {}]) { try { log(s.upgrade(a)); } catch (e: any) { log(e.name, e.code, e.message); } } return new Response("args"); }
  if (p === "/opts") { for (const o of [1, "x", true, () => {}, [], { headers: 1 }, { headers: "a" }, { headers: [["a", "b"]] }, ]) { try { log(typeof o, s.upgrade(req, o)); } catch (e: any) { log(e.name, e.code, e.message); } } return new Response("opts"); }
  if (p === "/badheader") { try { log(s.upgrade(req, { headers: { "a b": "c" } })); } catch (e: any) { log(e.name, e.code, e.message); } return new Response("still"); }
  if (p === "/badvalue") { try { log(s.upgrade(req, { headers: { "a": "c\r\nx: y" } })); } catch (e: any) { log(e.name, e.code, e.message); } return new Response("still"); }
  if (p === "/getter") { try { log(s.upgrade(req, { get data() { throw new Error("getter"); } })); } catch (e: any) { log(e.name, e.code, e.message); } return new Response("still"); }
  return new Response("plain");
 },
 websocket: { open(ws: any) { log("open", ws.data); ws.send("hi " + ws.data); }, message(ws: any, m: any) { ws.send("echo " + m); }, close(ws: any, c: number) { log("close", c); } } });
for (const p of ["/route", "/method", "/post", "/param/a%20b", "/static", "/twice", "/return", "/throw", "/awaitthrow", "/reject", "/false", "/noreturn", "/str", "/late", "/clone", "/args", "/opts", "/badheader", "/badvalue", "/getter", "/plain"]) {
  log("---", p);
  const c = await FrameClient.open(server, { path: p });
  log(c.status);
  if (c.status.includes("101")) { log(await c.next()); c.text("m"); log(await c.next()); c.close(1000); log(await c.rest()); }
  else c.end();
  await Bun.sleep(5);
}
server.stop(true);
