// @covers Server.upgrade
// late upgrades: what is done in open and before, order, after client left

import net from "node:net";
import { FrameClient, frame } from "../../frames.ts";

const log = console.log;
let arrived!: () => void, gone!: () => void;
const arrival = new Promise<void>((resolve) => { arrived = resolve; }), end = new Promise<void>((resolve) => { gone = resolve; });
const server: any = Bun.serve({ port: 0, async fetch(req, s: any) {
   const p = new URL(req.url).pathname; await 0; await Bun.sleep(1);
   if (p === "/gone") { arrived(); await Bun.sleep(100); log("gone", s.upgrade(req), req.signal.aborted); gone(); return new Response("x"); }
   const ok = s.upgrade(req, { data: p }); log(p, ok, s.pendingWebSockets); if (p === "/body") return new Response("ignored"); if (p === "/throw") throw new Error("x"); if (p === "/again") log("again", s.upgrade(req)); },
  error(e: any) { log("error", e.message); return new Response("e"); },
  websocket: { open(ws: any) { log("open", ws.readyState, ws.remoteAddress !== undefined, ws.getBufferedAmount(), ws.subscribe("t"), ws.isSubscribed("t"), ws.send("one"), ws.send(new Uint8Array(3)), ws.ping("p"), ws.publish("t", "self"), server.publish("t", "all"), server.subscriberCount("t"));
     if (ws.data === "/close") { ws.close(4000, "in open"); log(ws.readyState, ws.send("x")); } if (ws.data === "/terminate") ws.terminate(); if (ws.data === "/cork") ws.cork(() => { ws.send("c1"); ws.send("c2"); }); if (ws.data === "/big") log(ws.send("B".repeat(200000))); if (ws.data === "/pause") { ws.pause(); setTimeout(() => ws.resume(), 20); } if (ws.data === "/openthrow") throw new Error("open threw"); if (ws.data === "/unsub") ws.unsubscribe("t"); },
   message(ws: any, m: any) { ws.send("echo " + m); }, close(ws: any, c: number, r: string) { log("close", ws.data, c, r); }, error(e: any) { log("ws error", e.message); } } as any });
for (const p of ["/plain", "/close", "/terminate", "/cork", "/big", "/pause", "/body", "/throw", "/again", "/openthrow", "/unsub"]) {
  const c = await FrameClient.open(server, { path: p }); c.text("m"); log(c.status); await Bun.sleep(60); c.close(1000); log((await c.rest()).replace(/B{50,}/, "BB")); await Bun.sleep(5);
}
{ const s = net.connect(server.port, "127.0.0.1"); s.on("error", () => {}); s.write("GET /gone HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"); await arrival; s.destroy(); await end; }
{ const all = await Promise.all(Array.from({ length: 20 }, (_, i) => FrameClient.open(server, { path: "/unsub" }))); log(all.every((c) => c.status.includes("101"))); for (const c of all) c.destroy(); await Bun.sleep(30); log(server.pendingWebSockets, server.subscriberCount("t")); }
server.stop(true);
