// @covers Server.closeIdleConnections
// Closed are the connections that had a reply and wait for another request, and no others.
import { listen } from "../../client.ts";
import { Client, get } from "./_client.ts";

const gate: (() => void)[] = [];
const server: any = Bun.serve({
  ...listen(),
  async fetch(request, server) {
    const { pathname } = new URL(request.url);
    if (pathname === "/slow") await new Promise<void>((resolve) => gate.push(resolve));
    if (pathname === "/self") return new Response(String((server as any).closeIdleConnections()));
    if (pathname === "/ws" && server.upgrade(request)) return;
    return new Response(pathname === "/body" ? await request.text() : "x");
  },
  websocket: { message() {} },
});
console.log("none", server.closeIdleConnections());
const fresh = new Client(server, "");
const partial = new Client(server, "GET / HT");
const idle = [new Client(server, get("/")), new Client(server, get("/"))];
const busy = new Client(server, get("/slow"));
const again = new Client(server, get("/"));
const upload = new Client(server, "POST /body HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nab");
const upgraded = new Client(
  server,
  "GET /ws HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n",
);
const second = new Client(server, get("/"));
const unread = new Client(server, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc");
await Promise.all([...idle, again, second, unread, upgraded].map((client) => client.replies(1)));
again.send(get("/slow"));
second.send("GET /sec");
while (gate.length < 2) await new Promise((resolve) => setTimeout(resolve, 5));
await new Promise((resolve) => setTimeout(resolve, 50));
console.log("idle", server.closeIdleConnections());
console.log("closed", await Promise.all([...idle, unread].map((client) => client.ends(5000))));
const others = { fresh, partial, busy, again, upload, upgraded, second };
await new Promise((resolve) => setTimeout(resolve, 50));
for (const [name, client] of Object.entries(others)) console.log(name, client.closed ? "closed" : "open");
for (const open of gate) open();
upload.send("cd");
second.send("ond HTTP/1.1\r\nHost: a\r\n\r\n");
fresh.send(get("/"));
partial.send("TP/1.1\r\nHost: a\r\n\r\n");
console.log(
  "replies",
  await busy.replies(1),
  await again.replies(2),
  await upload.replies(1),
  await second.replies(2),
  await fresh.replies(1),
  await partial.replies(1),
);
const self = new Client(server, get("/self"));
await self.replies(1);
console.log("from a handler", self.text.split("\r\n\r\n")[1]);
self.send(get("/"));
console.log("goes on", await self.replies(2));
console.log("one left", server.closeIdleConnections(), await self.ends(5000));
upgraded.socket.destroy();
await server.stop(true);
console.log("stopped", server.closeIdleConnections());
