// @covers Server.stop, Server.pendingWebSockets, Server.pendingRequests
// stop, pending counts, and sockets
import { FrameClient } from "../../frames.ts";

const log = console.log;
const make = () => { const s: any = Bun.serve({ port: 0, async fetch(req, s: any) { const p = new URL(req.url).pathname; if (p === "/late") await Bun.sleep(10); if (p === "/n") return Response.json([s.pendingRequests, s.pendingWebSockets]); s.upgrade(req); }, websocket: { open(ws: any) { ws.send("o " + s.pendingRequests + s.pendingWebSockets); }, message(ws: any, m: any) { ws.send("e " + m); }, close(ws: any, c: number, r: string) { log("  close", c, r, s.pendingWebSockets); } } }); return s; };
{ const s = make(); const c = await FrameClient.open(s); log(await c.next(), s.pendingWebSockets, s.pendingRequests); const stopped = s.stop(); let done = false; stopped.then(() => { done = true; }); await Bun.sleep(20); c.text("x"); log(await c.next(), done, s.pendingWebSockets); c.close(1000); log(await c.rest()); await stopped; log("stopped", s.pendingWebSockets); }
{ const s = make(); const c = await FrameClient.open(s), d = await FrameClient.open(s, { path: "/late" }); await c.next(); await d.next(); log(s.pendingWebSockets); await s.stop(true); log(await c.rest(), await d.rest(), s.pendingWebSockets); }
{ const s = make(); const c = await FrameClient.open(s); await c.next(); s.stop(); await s.stop(true); log(await c.rest()); }
{ const s = make(); const p = FrameClient.open(s, { path: "/late" }); while (s.pendingRequests === 0) await Bun.sleep(1); const st = s.stop(); const c = await p; log(c.status, await c.next()); c.close(); log(await c.rest()); await st; log("late stopped"); }
{ const s = make(); const c = await FrameClient.open(s); await c.next(); log(await (await fetch(s.url + "n")).text()); c.end(); await Bun.sleep(5); log(await (await fetch(s.url + "n")).text()); s.stop(true); log(s.pendingWebSockets, s.publish("x", "y"), s.subscriberCount("x")); }
{ const s = make(); const c = await FrameClient.open(s); await c.next(); s[Symbol.dispose]?.(); log(await c.rest()); }
