// @covers WebSocket
import crypto from "node:crypto"; 
import net from "node:net"; import zlib from "node:zlib";
import { watch } from "./_client.ts";

const accept = (key: string) => crypto.createHash("sha1").update(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").digest("base64");
const D = "Sec-WebSocket-Extensions: permessage-deflate\r\n";
const def = (s: string) => { const b = zlib.deflateRawSync(s, { finishFlush: zlib.constants.Z_SYNC_FLUSH }); return [...b.subarray(0, b.length - 4)]; };
const frames: Record<string, [number[], string?]> = {
  "rsv1 no deflate": [[0xc1, 2, 104, 105]], "rsv1 on ping deflate": [[0xc9, 0], D], "rsv1 on continuation": [[0x01, 1, 104, 0xc0, 1, 105], D],
  "bad deflate": [[0xc1, 3, 255, 255, 255], D], "good deflate": [[0xc1, def("hello").length, ...def("hello"), 0x88, 0], D], "deflate bad utf8": [[0xc1, def("x").length, ...zlib.deflateRawSync(Buffer.from([0xff]), { finishFlush: zlib.constants.Z_SYNC_FLUSH }).subarray(0, -4), 0x88, 0], D],
  "fragmented ping": [[0x09, 0]], "big ping": [[0x89, 126, 0, 126, ...new Array(126).fill(65)]], "continuation first": [[0x80, 1, 65]], "nested": [[0x01, 1, 65, 0x81, 1, 66]], "opcode 11": [[0x8b, 0]], "opcode 7": [[0x87, 0]],
  "close 1 byte": [[0x88, 1, 3]], "close bad utf8": [[0x88, 3, 3, 232, 255]], "close 1004": [[0x88, 2, 3, 236]], "close 1005": [[0x88, 2, 3, 237]], "close 1006": [[0x88, 2, 3, 238]], "close 1015": [[0x88, 2, 3, 247]], "close 1016": [[0x88, 2, 3, 248]], "close 2999": [[0x88, 2, 11, 183]], "close 5000": [[0x88, 2, 19, 136]], "close 0": [[0x88, 2, 0, 0]], "close 1012": [[0x88, 2, 3, 244]], "close 1014": [[0x88, 2, 3, 246]],
  "fragments": [[0x01, 1, 65, 0x89, 1, 80, 0x00, 1, 66, 0x80, 1, 67, 0x82, 1, 1, 0x88, 0]], "huge length": [[0x82, 127, 0x7f, 255, 255, 255, 255, 255, 255, 255]], "length msb": [[0x82, 127, 0x80, 0, 0, 0, 0, 0, 0, 1]], "non minimal": [[0x81, 126, 0, 1, 65, 0x88, 0]], "data after close": [[0x88, 2, 3, 232, 0x81, 1, 65]], "fragmented bad utf8": [[0x01, 1, 0xc3, 0x80, 1, 0x28]], "split utf8": [[0x01, 1, 0xc3, 0x80, 1, 0xa9, 0x88, 0]], "rsv3": [[0x91, 0]], "empty text": [[0x81, 0, 0x82, 0, 0x88, 0]], "fin mid": [[0x01, 1, 65]],
};
for (const [name, [bytes, ext]] of Object.entries(frames)) {
  let over = () => {}; const served = new Promise<void>((r) => { over = r; });
  const s = net.createServer((c) => { c.on("error", () => {}); c.on("close", () => over()); c.once("data", (d) => { const key = /sec-websocket-key: (.*)\r\n/i.exec(String(d))![1]!; c.write(`HTTP/1.1 101 S\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept(key)}\r\n${ext ?? ""}\r\n`); setTimeout(() => { c.write(Buffer.from(bytes)); if (name === "fin mid") c.end(); }, 5); c.on("data", (d) => console.log("  server got", (d[0] ?? 0).toString(16), d.length)); }); });
  await new Promise<void>((r) => s.listen(0, "127.0.0.1", () => r()));
  console.log(name);
  const w: any = new WebSocket(`ws://127.0.0.1:${(s.address() as any).port}`); 
  await watch(w);
  await Promise.race([served, Bun.sleep(1000)]);
  s.close();
}
process.exit(0);
