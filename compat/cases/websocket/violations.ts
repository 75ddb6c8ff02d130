// @covers WebSocketHandler.close, WebSocketHandler.maxPayloadLength
// @difference websocket-protocol-errors uws
// What breaks the protocol ends that connection and no other; the handler hears 1006 and why.
import { closePayload, deflated, frame } from "../../frames.ts";
import { Log } from "./_log.ts";
import { pair } from "./_pair.ts";

const bad: Record<string, Uint8Array[]> = {
  "unmasked": [frame("text", "x", { mask: false })],
  "rsv1": [frame("text", "x", { rsv: 4 })],
  "rsv2": [frame("text", "x", { rsv: 2 })],
  "rsv3 on ping": [frame("ping", "x", { rsv: 1 })],
  "opcode 3": [frame(3, "x")],
  "opcode 7": [frame(7, "x")],
  "opcode 11": [frame(11, "x")],
  "opcode 15": [frame(15, "x")],
  "fragmented ping": [frame("ping", "x", { fin: false })],
  "fragmented close": [frame("close", closePayload(1000), { fin: false })],
  "long ping": [frame("ping", "x".repeat(126))],
  "long close": [frame("close", closePayload(1000, "x".repeat(124)))],
  "continuation first": [frame("continuation", "x")],
  "text within text": [frame("text", "x", { fin: false }), frame("text", "y")],
  "binary within text": [frame("text", "x", { fin: false }), frame("binary", "y")],
  "invalid UTF-8": [frame("text", new Uint8Array([0xc0, 0xaf]))],
  "invalid UTF-8 across fragments": [frame("text", new Uint8Array([0xe2, 0x82]), { fin: false }), frame("continuation", "x")],
  "cut UTF-8": [frame("text", new Uint8Array([0xe2, 0x82]))],
  "close of one byte": [frame("close", new Uint8Array([3]))],
  "close 1005": [frame("close", closePayload(1005))],
  "close 999": [frame("close", closePayload(999))],
  "close 1004": [frame("close", closePayload(1004))],
  "close 1016": [frame("close", closePayload(1016))],
  "close 2999": [frame("close", closePayload(2999))],
  "close 5000": [frame("close", closePayload(5000))],
  "close with invalid UTF-8": [frame("close", closePayload(1000, new Uint8Array([0xff])))],
  "too big": [frame("text", "x".repeat(1001))],
  "too big, declared": [frame("binary", "", { length: 5_000_000 })],
  "too big, declared 2^62": [frame("binary", "", { length: 2 ** 62 })],
  "too big in fragments": [frame("text", "x".repeat(600), { fin: false }), frame("continuation", "x".repeat(600))],
};
for (const [name, frames] of Object.entries(bad)) {
  const log = new Log();
  const { server, client } = await pair({
    maxPayloadLength: 1000,
    message: (_: any, message: any) => log.add(`message ${message}`),
    close: (_: any, code: number, reason: string) => log.add(`handler ${code} ${JSON.stringify(reason)}`),
  });
  for (const bytes of frames) client.write(bytes);
  console.log(name, await client.rest(300));
  if (!(await log.until("handler", 50))) log.add("no close");
  log.flush();
  client.destroy();
  server.stop(true);
}
