// @covers Response
// Every byte arrives at a client that reads slowly.
import { createHash } from "node:crypto";
import net from "node:net";
const PIECES = 80;
const piece = (i: number) => Buffer.alloc(100_000, i + 1);
const expected = createHash("sha1");
for (let i = 0; i < PIECES; i++) expected.update(piece(i));
const server = Bun.serve({ port: 0, fetch: () => new Response((async function* () { for (let i = 0; i < PIECES; i++) yield piece(i); })() as any) });
const socket = net.connect(server.port!, "127.0.0.1");
socket.write("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
const parts: Buffer[] = [];
for await (const bytes of socket) {
  parts.push(bytes);
  if (parts.length % 7 === 0) await new Promise((resolve) => setTimeout(resolve, 5));
}
const received = Buffer.concat(parts);
const hash = createHash("sha1");
let length = 0;
for (let at = received.indexOf("\r\n\r\n") + 4; ; ) {
  const line = received.indexOf("\r\n", at);
  const size = Number.parseInt(received.toString("latin1", at, line), 16);
  if (!(size > 0)) break;
  hash.update(received.subarray(line + 2, line + 2 + size));
  length += size;
  at = line + 4 + size;
}
console.log(length, hash.digest("hex") === expected.digest("hex"));
await server.stop(true);
