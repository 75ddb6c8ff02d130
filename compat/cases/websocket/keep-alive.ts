// @covers Server.upgrade
// Ordinary requests before a handshake, on the same connection.

import { raw } from "../../client.ts";
import { FrameClient } from "../../frames.ts";

const server = Bun.serve({
  port: 0,
  fetch: (req, server: any) => (server.upgrade(req) ? undefined as any : new Response(`plain ${new URL(req.url).pathname}`)),
  websocket: { open(ws) { ws.send("open"); }, message() {} },
});
const handshake = "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
const text = await raw(server, `GET /one HTTP/1.1\r\nHost: a\r\n\r\nGET /two HTTP/1.1\r\nHost: a\r\n\r\nGET /three HTTP/1.1\r\nHost: a\r\n${handshake}\r\n`, { replies: 3 });
console.log([...text.matchAll(/HTTP\/1\.1 (\d+)/g)].map((match) => match[1]).join(), text.includes("plain /one"), text.includes("plain /two"));
const refused = await raw(server, `GET /one HTTP/1.1\r\nHost: a\r\n${handshake.replace("websocket", "other")}\r\nGET /two HTTP/1.1\r\nHost: a\r\n\r\n`, { replies: 2 });
console.log([...refused.matchAll(/HTTP\/1\.1 (\d+)/g)].map((match) => match[1]).join(), refused.includes("plain /one"), refused.includes("plain /two"));
const posted = await raw(server, `POST /one HTTP/1.1\r\nHost: a\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: x\r\nContent-Length: 4\r\n\r\nbodyGET /two HTTP/1.1\r\nHost: a\r\n\r\n`, { replies: 2 });
console.log([...posted.matchAll(/HTTP\/1\.1 (\d+)/g)].map((match) => match[1]).join(), posted.includes("plain /one"), posted.includes("plain /two"));
server.stop(true);
