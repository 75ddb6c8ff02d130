// @covers Server.upgrade
// @difference websocket-connection-field node
import { raw } from "../../client.ts";
import { FrameClient } from "../../frames.ts";

const server = Bun.serve({
  port: 0,
  fetch(req, server: any) {
    return server.upgrade(req) ? undefined as any : new Response("refused", { status: 400, headers: { "x-refused": "1" } });
  },
  websocket: { open(ws) { ws.send("open"); }, message() {} },
});
const handshakes: Record<string, any> = {
  plain: {},
  post: { method: "POST", headers: { "Content-Length": "0" } },
  put: { method: "PUT" },
  head: { method: "HEAD" },
  options: { method: "OPTIONS" },
  "no connection": { headers: { Connection: null } },
  "connection keep-alive": { headers: { Connection: "keep-alive" } },
  "connection list": { headers: { Connection: "keep-alive, Upgrade" } },
  "connection lower": { headers: { Connection: "upgrade" } },
  "no upgrade": { headers: { Upgrade: null } },
  "upgrade h2c": { headers: { Upgrade: "h2c" } },
  "upgrade WebSocket": { headers: { Upgrade: "WebSocket" } },
  "upgrade list": { headers: { Upgrade: "h2c, websocket" } },
  "upgrade empty": { headers: { Upgrade: "" } },
  "no version": { headers: { "Sec-WebSocket-Version": null } },
  "version 8": { headers: { "Sec-WebSocket-Version": "8" } },
  "version 14": { headers: { "Sec-WebSocket-Version": "14" } },
  "version text": { headers: { "Sec-WebSocket-Version": "x" } },
  "no key": { headers: { "Sec-WebSocket-Key": null } },
  "short key": { headers: { "Sec-WebSocket-Key": "abc" } },
  "empty key": { headers: { "Sec-WebSocket-Key": "" } },
  "long key": { headers: { "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==AAAA" } },
  "23 characters": { headers: { "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ=" } },
  "not base64": { headers: { "Sec-WebSocket-Key": "!!!!!!!!!!!!!!!!!!!!!!==" } },
  "24 others": { headers: { "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQaa" } },
  "no origin": { headers: { Origin: null } },
  "any origin": { headers: { Origin: "http://elsewhere.test" } },
};
for (const [name, handshake] of Object.entries(handshakes)) {
  const client = await FrameClient.open(server, handshake);
  console.log(`${name}: ${client.status} ${client.fields.filter((line) => /accept|version|connection|upgrade/i.test(line)).join("; ")}`);
  client.destroy();
}
const fields = "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
console.log("no host", (await raw(server, `GET / HTTP/1.1\r\n${fields}\r\n`, { limit: 500 })).split("\r\n")[0]);
server.stop(true);
