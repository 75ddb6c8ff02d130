// @covers ServerWebSocket.cork
// cork semantics
import { pair } from "./_pair.ts";

const { server, client, ws } = await pair();
const log = console.log;
log(ws.cork(() => 5), ws.cork((w: any) => w === ws), ws.cork(function (this: any) { return this === ws; }), ws.cork(() => undefined), ws.cork(() => null));
try { ws.cork(() => { ws.send("before throw"); throw new Error("in cork"); }); } catch (e: any) { log(e.message); }
log(await ws.cork(async () => { ws.send("a1"); await 0; ws.send("a2"); return "async"; }));
try { await ws.cork(async () => { throw new Error("rej"); }); } catch (e: any) { log(e.message); }
log(ws.cork(() => ws.cork(() => ws.cork(() => { ws.send("nested"); return 3; }))));
log(ws.cork(() => ["x", "y".repeat(20000), "z"].map((v) => ws.send(v))).join());
log(ws.cork(() => { const r = ws.send("q".repeat(100000)); return [r, ws.getBufferedAmount()].join(); }));
for (const v of [undefined, null, 1, "x", {}]) { try { log(ws.cork(v)); } catch (e: any) { log(e.name, e.code, e.message); } }
log(ws.cork(() => { ws.ping("p"); ws.send("t"); ws.subscribe("k"); return ws.publish("k", "self"); }));
log(ws.cork(() => { ws.send("last"); ws.close(4000, "in cork"); return [ws.readyState, ws.send("gone")].join(); }));
log((await client.rest()).replace(/y{50,}/, "Y").replace(/q{50,}/, "Q"));
server.stop(true);
