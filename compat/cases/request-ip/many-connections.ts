// @covers Server.requestIP
// Of many connections from one address each request knows its own port: at once, after an await, and when all go
// on in the middle of another one's handler.
import net from "node:net";
import { promise, request } from "./_own-port.ts";

const gate = promise();
const server = Bun.serve({
  port: 0,
  async fetch(request, server) {
    const { pathname } = new URL(request.url);
    if (pathname === "/gate") await gate.settled;
    if (pathname === "/open") gate.settle();
    if (pathname === "/later") await new Promise((resolve) => setTimeout(resolve, 20));
    const port = String(server.requestIP(request)?.port);
    if (pathname === "/ws" && server.upgrade(request, { headers: { "X-Port": port } })) return;
    return new Response("x", { headers: { "X-Port": port } });
  },
  websocket: { message() {} },
});
const ask = (path: string) => request(server.port ?? 0, path);
const waiting = Array.from({ length: 20 }, () => ask("/gate"));
await Promise.all(Array.from({ length: 20 }, () => ask("/")));
await ask("/open");
const all = { gate: waiting, at_once: many("/"), later: many("/later"), upgrade: many("/ws") };
for (const [name, asked] of Object.entries(all)) {
  const replies = await Promise.all(asked);
  console.log(name, replies.filter(({ own }) => own).length, "of", replies.length);
  for (const { socket } of replies) socket.destroy();
}
server.stop(true);

function many(path: string): Promise<{ own: boolean; socket: net.Socket }>[] {
  return Array.from({ length: 20 }, () => ask(path));
}
