// @covers Server.upgrade
import { raw } from "../../client.ts";

const server = Bun.serve({
  port: 0,
  fetch(req, server: any) {
    console.log("upgrade", server.upgrade(req, { headers: { "x-own": "1" } }));
    return new Response("after");
  },
  websocket: { open() { console.log("open"); }, message() {} },
});
const fields = "Host: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
console.log(JSON.stringify(await raw(server, `GET / HTTP/1.1\r\n${fields}Sec-WebSocket-Version: 8\r\n\r\n`, { close: true, limit: 500 })));
console.log(JSON.stringify(await raw(server, `GET / HTTP/1.1\r\n${fields}\r\n`, { close: true, limit: 500 })));
console.log(server.pendingRequests, server.pendingWebSockets);
server.stop(true);
