// @covers WebSocketHandler.open, WebSocketHandler.message
// @difference websocket-early-frames uws
// Frames in the same packet as the handshake.
import { connect } from "../../client.ts";
import { frame } from "../../frames.ts";
import { Log, pause } from "./_log.ts";

for (const late of [false, true]) {
  const log = new Log();
  const server = Bun.serve({
    port: 0,
    async fetch(req, server: any) {
      if (late) await pause(5);
      server.upgrade(req);
      return undefined as any;
    },
    websocket: { open() { log.add("open"); }, message(ws, message) { log.add(`message ${message}`); }, close() { log.add("close"); } },
  });
  const socket = connect(server);
  socket.on("error", () => {});
  const head = "GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
  if (late) socket.write(head);
  else socket.write(Buffer.concat([Buffer.from(head), frame("text", "early"), frame("text", "second")]));
  await new Promise((resolve) => socket.once("data", resolve));
  if (late) socket.write(frame("text", "later"));
  await log.until(late ? "later" : "second", 300);
  log.flush();
  socket.destroy();
  server.stop(true);
}
