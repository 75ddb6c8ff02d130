// @covers ServerWebSocket.remoteAddress
// A WebSocket over a unix socket has no remote address.
import { tmpdir } from "node:os";

const path = `${tmpdir()}/compat-ws-${process.pid}.sock`; const log = console.log;
const server: any = Bun.serve({ unix: path, fetch(req, s: any) { log(req.url.replace(/compat-ws-\d+/, "P"), s.requestIP(req)); s.upgrade(req); }, websocket: { open(ws: any) { log(ws.remoteAddress, ws.subscribe("t")); ws.send("hi"); }, message(ws: any, m: any) { ws.send(m); ws.publish("t", "x"); server.publish("t", "y"); }, close(ws: any, c: number) { log("close", c, ws.remoteAddress); } } } as any);
const { FrameClient } = await import("../../frames.ts"); 
const c = await FrameClient.open(server as any).catch((e: any) => { log("x", e.message); return null; });
if (c) { log(c.status, await c.next(), c.text("m") && await c.next(), await c.next()); c.close(1000); log(await c.rest()); }
await server.stop(true);
