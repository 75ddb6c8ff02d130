// @covers WebSocketHandler.perMessageDeflate, ServerWebSocket.send
import { deflated, frame } from "../../frames.ts";
import { pair } from "./_pair.ts";

const long = "abcdefgh".repeat(40);
for (const [name, perMessageDeflate, offer] of [["on", true, "permessage-deflate"], ["off", false, "permessage-deflate"], ["not offered", true, null], ["no compressor", { compress: "disable", decompress: "shared" }, "permessage-deflate"], ["dedicated", { compress: "dedicated", decompress: "dedicated" }, "permessage-deflate"]] as const) {
  const { server, client, ws } = await pair({ perMessageDeflate, message: (ws: any, message: any) => { ws.send(`got ${message.length}`); } }, { headers: { "Sec-WebSocket-Extensions": offer } });
  ws.subscribe("t");
  console.log(name, ws.send(long), ws.send(long, true), ws.send("x", true), ws.send("", true), ws.sendText(long, true), ws.sendBinary(new Uint8Array(300), true), server.publish("t", long), server.publish("t", long, false), server.publish("t", "x"));
  for (let i = 0; i < 9; i++) {
    const one = await client.frame();
    console.log(" ", one?.opcode, one?.rsv, one?.rsv === 4 ? "smaller" : one?.payload.length);
  }
  client.text("plain");
  console.log(await client.next());
  client.destroy();
  server.stop(true);
}
const { server, client } = await pair({ perMessageDeflate: true, maxPayloadLength: 100_000, message: (ws: any, message: any) => { ws.send(`got ${typeof message} ${message.length}`); } }, { headers: { "Sec-WebSocket-Extensions": "permessage-deflate" } });
client.write(frame("text", deflated(long), { rsv: 4 }));
console.log(await client.next());
client.write(frame("binary", deflated(new Uint8Array(50_000)), { rsv: 4 }));
console.log(await client.next());
const parts = deflated(long);
client.write(frame("text", parts.subarray(0, 3), { rsv: 4, fin: false })).send("ping", "between").write(frame("continuation", parts.subarray(3)));
console.log(await client.take(2));
client.write(frame("text", deflated(""), { rsv: 4 }));
console.log(await client.next());
client.write(frame("text", "", { rsv: 4 }));
console.log(await client.next());
client.destroy();
server.stop(true);
