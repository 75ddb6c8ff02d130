// @covers WebSocketHandler.drain, ServerWebSocket.getBufferedAmount
// A server that sends as fast as its client reads, and no faster.
import { pair } from "./_pair.ts";

let sent = 0;
const pump = (ws: any): void => {
  while (sent < 200) {
    sent++;
    if (ws.send(new Uint8Array(50_000).fill(sent)) === -1) return;
  }
};
const { server, client } = await pair({ open: pump, drain: pump });
let right = true;
for (let i = 1; i <= 200; i++) {
  const one = await client.frame(5000);
  if (one?.payload.length !== 50_000 || one.payload[0] !== (i & 0xff)) right = false;
}
console.log(sent, right);
client.destroy();
server.stop(true);
