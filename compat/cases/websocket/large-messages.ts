// @covers ServerWebSocket.send, WebSocketHandler.message
import { createHash } from "node:crypto";
import { pair } from "./_pair.ts";

const { server, client } = await pair({ message: (ws: any, message: any) => { ws.send(message); } });
for (const size of [100_000, 1_000_000, 5_000_000]) {
  const bytes = Buffer.alloc(size);
  for (let i = 0; i < size; i++) bytes[i] = (i * 7) & 0xff;
  const hash = createHash("md5").update(bytes).digest("hex");
  client.send("binary", bytes);
  const one = await client.frame(5000);
  console.log(size, one?.opcode, one?.payload.length, createHash("md5").update(one!.payload).digest("hex") === hash);
}
client.destroy();
server.stop(true);
