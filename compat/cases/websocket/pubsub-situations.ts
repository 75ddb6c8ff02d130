// @covers ServerWebSocket.publish, ServerWebSocket.subscribe, Server.publish, Server.subscriberCount
// pub/sub in many situations
import { FrameClient } from "../../frames.ts";

const log = console.log;
const sockets: any[] = [];
const server: any = Bun.serve({ port: 0, fetch(req, s: any) { s.upgrade(req, { data: new URL(req.url).pathname }); },
 websocket: { open(ws: any) { sockets.push(ws); log("open pub", ws.publish("room", "from open " + ws.data), ws.subscribe("room"), ws.subscribe("room"), server.publish("room", "joined " + ws.data), ws.isSubscribed("room"), server.subscriberCount("room"), JSON.stringify(ws.subscriptions)); },
  message(ws: any, m: any) { const [cmd, ...a] = String(m).split(" "); log(cmd, String(ws[cmd](...a))); },
  close(ws: any) { log("close", ws.data, ws.isSubscribed("room"), JSON.stringify(ws.subscriptions), server.subscriberCount("room"), ws.publish("room", "left " + ws.data), server.publish("room", "srv left"), ws.subscribe("room"), server.subscriberCount("room")); } } });
const a = await FrameClient.open(server, { path: "/a" }), b = await FrameClient.open(server, { path: "/b" }), c = await FrameClient.open(server, { path: "/c" });
await Bun.sleep(5);
const [A, B, C] = sockets;
log(A.publish("room", "1"), B.publishText("room", "2"), C.publishBinary("room", new Uint8Array([3])), server.publish("room", "4"), server.publish("none", "5"));
A.send("s1"); A.publish("room", "p1"); A.send("s2"); B.send("b1"); server.publish("room", "p2"); B.send("b2"); A.publish("room", ""); server.publish("room", new Uint8Array(0)); 
A.cork(() => { A.send("c1"); A.publish("room", "cp"); A.send("c2"); server.publish("room", "cs"); });
await Bun.sleep(5);
log(A.unsubscribe("room"), A.unsubscribe("room"), A.unsubscribe("other"), A.publish("room", "after unsub"), server.subscriberCount("room"));
for (const t of ["#", "+", "a/#", "a/b", "/", " ", "room ", "ROOM", "é", "\0", "x".repeat(1000), "__proto__", "constructor"]) { B.subscribe(t); }
log(JSON.stringify(B.subscriptions).length, B.subscriptions.length, server.publish("a/b", "wild"), server.publish("a/c", "nope"), server.publish("__proto__", "proto"), server.publish("\0", "nul"), server.publish("\0x", "nulx"));
B.unsubscribe("+"); log(B.subscriptions.length);
await Bun.sleep(5);
B.close(4000, "x"); await Bun.sleep(5);
C.terminate(); await Bun.sleep(5);
log(server.subscriberCount("room"), server.subscriberCount("a/b"), server.publish("room", "nobody"));
for (const cl of [a, b, c]) { cl.end(); log(await cl.rest()); }
await Bun.sleep(5);
server.stop(true);
