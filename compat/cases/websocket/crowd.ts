// @covers Server.subscriberCount
// many sockets open/close quickly with pub/sub and server state
import { FrameClient } from "../../frames.ts";

const log = console.log; let opens = 0, closes = 0, msgs = 0;
const server: any = Bun.serve({ port: 0, async fetch(req, s: any) { if (req.url.endsWith("late")) await Bun.sleep(Math.random() * 3); if (!s.upgrade(req, { data: opens })) return new Response("x"); }, websocket: { open(ws: any) { opens++; ws.subscribe("all"); ws.subscribe("g" + (opens % 3)); }, message(ws: any, m: any) { msgs++; if (m === "leave") ws.close(); else if (m === "die") ws.terminate(); else ws.publish("all", m); }, close() { closes++; } } });
const all = await Promise.all(Array.from({ length: 60 }, (_, i) => FrameClient.open(server, { path: i % 2 ? "/late" : "/" })));
log(opens, server.subscriberCount("all"), server.subscriberCount("g0"), server.subscriberCount("g1"), server.subscriberCount("g2"), server.pendingWebSockets);
all.forEach((c, i) => { if (i % 5 === 0) c.text("leave"); else if (i % 5 === 1) c.text("die"); else if (i % 5 === 2) c.destroy(); else c.text("m" + i); });
await Bun.sleep(100);
log(closes, msgs, server.subscriberCount("all"), server.pendingWebSockets);
log(server.publish("all", "final") > 0);
await Bun.sleep(30);
let finals = 0; for (const [i, c] of all.entries()) if (i % 5 > 2) { c.close(); const r = await c.rest(); if (r.includes('"final"')) finals++; }
await Bun.sleep(30);
log(finals, closes, server.pendingWebSockets, server.subscriberCount("all"));
await server.stop(); log("end");
