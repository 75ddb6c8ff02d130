// @covers WebSocketHandler.maxPayloadLength
import { pair } from "./_pair.ts";

for (const [limit, sizes] of [[0, [0, 1]], [1, [1, 2]], [125, [125, 126]], [126, [126, 127]], [65_535, [65_535, 65_536]], [65_536, [65_536, 65_537]]] as const) {
  for (const size of sizes) {
    const { server, client } = await pair({ maxPayloadLength: limit, message: (ws: any, message: any) => ws.send(`took ${message.length}`) });
    console.log(limit, size, await client.send("binary", new Uint8Array(size)).next());
    client.destroy();
    server.stop(true);
  }
}
