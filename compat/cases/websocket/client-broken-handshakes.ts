// @covers WebSocket
// client against misbehaving servers
import crypto from "node:crypto";
import net from "node:net"; 
import { watch } from "./_client.ts";

const accept = (key: string) => crypto.createHash("sha1").update(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").digest("base64");
const replies: Record<string, (key: string) => string | Buffer> = {
  "wrong accept": () => "HTTP/1.1 101 S\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: AAAA\r\n\r\n",
  "no accept": () => "HTTP/1.1 101 S\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n",
  "no upgrade": (k) => `HTTP/1.1 101 S\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept(k)}\r\n\r\n`,
  "wrong upgrade": (k) => `HTTP/1.1 101 S\r\nUpgrade: h2c\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept(k)}\r\n\r\n`,
  "no connection": (k) => `HTTP/1.1 101 S\r\nUpgrade: websocket\r\nSec-WebSocket-Accept: ${accept(k)}\r\n\r\n`,
  "200": () => "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok",
  "302": () => "HTTP/1.1 302 Found\r\nLocation: /x\r\nContent-Length: 0\r\n\r\n",
  "401": () => "HTTP/1.1 401 No\r\nContent-Length: 0\r\n\r\n",
  "500 close": () => "HTTP/1.1 500 X\r\nConnection: close\r\n\r\nbody",
  "garbage": () => "what is this\r\n\r\n",
  "close": () => "",
  "unasked protocol": (k) => `HTTP/1.1 101 S\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept(k)}\r\nSec-WebSocket-Protocol: zz\r\n\r\n`,
  "unasked extension": (k) => `HTTP/1.1 101 S\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept(k)}\r\nSec-WebSocket-Extensions: x-foo\r\n\r\n`,
  "frame with head": (k) => Buffer.concat([Buffer.from(`HTTP/1.1 101 S\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept(k)}\r\n\r\n`), Buffer.from([0x81, 2, 104, 105, 0x88, 2, 3, 232])]),
  "masked frame": (k) => Buffer.concat([Buffer.from(`HTTP/1.1 101 S\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept(k)}\r\n\r\n`), Buffer.from([0x81, 0x82, 0,0,0,0, 104, 105])]),
  "bad opcode": (k) => Buffer.concat([Buffer.from(`HTTP/1.1 101 S\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept(k)}\r\n\r\n`), Buffer.from([0x83, 2, 104, 105])]),
  "rsv": (k) => Buffer.concat([Buffer.from(`HTTP/1.1 101 S\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept(k)}\r\n\r\n`), Buffer.from([0xb1, 2, 104, 105])]),
  "bad utf8": (k) => Buffer.concat([Buffer.from(`HTTP/1.1 101 S\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept(k)}\r\n\r\n`), Buffer.from([0x81, 2, 0xff, 0xfe])]),
  "bad close code": (k) => Buffer.concat([Buffer.from(`HTTP/1.1 101 S\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept(k)}\r\n\r\n`), Buffer.from([0x88, 2, 3, 231])]),
  "close no code": (k) => Buffer.concat([Buffer.from(`HTTP/1.1 101 S\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept(k)}\r\n\r\n`), Buffer.from([0x88, 0])]),
  "close reason": (k) => Buffer.concat([Buffer.from(`HTTP/1.1 101 S\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept(k)}\r\n\r\n`), Buffer.from([0x88, 5, 15, 161, 98, 121, 101])]),
  "eof after open": (k) => `HTTP/1.1 101 S\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept(k)}\r\n\r\n`,
};
for (const [name, reply] of Object.entries(replies)) {
  const s = net.createServer((c) => { c.on("error", () => {}); c.once("data", (d) => { const key = /sec-websocket-key: (.*)\r\n/i.exec(String(d))![1]!; const r = reply(key); if (r.length) c.write(r); if (name === "close" || name === "500 close" || name === "eof after open") setTimeout(() => c.end(), 10); }); });
  await new Promise<void>((r) => s.listen(0, "127.0.0.1", () => r()));
  console.log(name);
  const w: any = new WebSocket(`ws://127.0.0.1:${(s.address() as any).port}`);
  await watch(w);
  s.close();
}
process.exit(0);
