// @covers ServerWebSocket.close, WebSocketHandler.backpressureLimit
import { pair } from "./_pair.ts";

for (const how of ["close", "close in cork", "ping then close"]) {
const h = Promise.withResolvers<string>();
const { server, client, ws } = await pair({ backpressureLimit: 1024 * 1024, close(_: any, c: number, r: string) { h.resolve(`close ${c} ${r}`); } });
client.pause();
const big = new Uint8Array(64 * 1024); let accepted = 0, dropped = 0;
for (let i = 0; i < 400 && dropped < 3; i++) { const r = ws.send(big); if (r === 0) dropped++; else accepted++; }
if (how === "close") ws.close(4000, "bye"); if (how === "terminate") ws.terminate(); if (how === "close in cork") ws.cork(() => ws.close(4000, "bye")); if (how === "ping then close") { console.log(ws.ping("x")); ws.close(4000, "bye"); }
console.log(how, dropped, ws.readyState, await h.promise);
client.resume();
let got = 0; let end = "";
for (;;) { const f = await client.frame(3000); if (f === null) { end += "<closed>"; break; } if (f.opcode === 2) got++; else end += `frame ${f.opcode} `; }
console.log(got === accepted, got < accepted, end);
server.stop(true);
}
