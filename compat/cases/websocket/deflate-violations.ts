// @covers WebSocketHandler.perMessageDeflate, WebSocketHandler.maxPayloadLength
// @difference websocket-protocol-errors uws
import { deflated, frame } from "../../frames.ts";
import { Log } from "./_log.ts";
import { pair } from "./_pair.ts";

const bad: Record<string, Uint8Array[]> = {
  "not deflated": [frame("text", "plain text", { rsv: 4 })],
  "inflates too far": [frame("text", deflated("x".repeat(20_000)), { rsv: 4 })],
  "rsv1 on a continuation": [frame("text", deflated("abc"), { rsv: 4, fin: false }), frame("continuation", "", { rsv: 4 })],
  "rsv1 on a ping": [frame("ping", "x", { rsv: 4 })],
  "inflates to invalid UTF-8": [frame("text", deflated(new Uint8Array([0xff, 0xfe])), { rsv: 4 })],
  "bomb": [frame("binary", deflated(new Uint8Array(64 * 1024 * 1024)), { rsv: 4 })],
};
for (const [name, frames] of Object.entries(bad)) {
  const log = new Log();
  const { server, client } = await pair({
    perMessageDeflate: true,
    maxPayloadLength: 10_000,
    message: (_: any, message: any) => log.add(`message ${message.length}`),
    close: (_: any, code: number, reason: string) => log.add(`handler ${code} ${JSON.stringify(reason)}`),
  }, { headers: { "Sec-WebSocket-Extensions": "permessage-deflate" } });
  for (const bytes of frames) client.write(bytes);
  console.log(name, await client.rest(1000));
  await log.until("handler", 50);
  log.flush();
  client.destroy();
  server.stop(true);
}
