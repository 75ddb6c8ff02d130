// @covers Server.upgrade, WebSocketHandler.open, WebSocketHandler.message, WebSocketHandler.close, ServerWebSocket.data
import { FrameClient } from "../../frames.ts";
import { Log } from "./_log.ts";

const log = new Log();
const server = Bun.serve({
  port: 0,
  fetch(req, server: any) {
    const url = new URL(req.url);
    const upgraded = server.upgrade(req, { data: { path: url.pathname } });
    log.add(`upgrade ${upgraded}`);
    if (!upgraded) return new Response("no upgrade", { status: 426 });
  },
  websocket: {
    open(ws: any) {
      log.add(`open ${JSON.stringify(ws.data)} ${ws.readyState} ${ws.remoteAddress} ${ws.binaryType} ${ws.subscriptions.length}`);
      ws.send("hello");
    },
    message(ws: any, message) {
      log.add(`message ${typeof message} ${message}`);
      ws.send(message);
    },
    close(ws: any, code, reason) {
      log.add(`close ${code} ${JSON.stringify(reason)} ${ws.readyState} ${JSON.stringify(ws.data)}`);
    },
  },
});
const client = await FrameClient.open(server, { path: "/chat" });
console.log(client.status);
console.log(client.fields.join("\n"));
console.log(await client.next());
client.text("one").text("").text("gr\u00fc\u00df \u{1F600}");
console.log(await client.take(3));
client.close(1000, "bye");
console.log(await client.rest());
await log.until("close");
const plain = await fetch(server.url);
console.log(plain.status, await plain.text());
log.flush();
server.stop(true);
