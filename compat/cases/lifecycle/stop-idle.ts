// @covers Server.stop
// Idle connections do not keep a server from stopping.
import net from "node:net";
const server = Bun.serve({ port: 0, fetch: () => new Response("x") });
const sockets = await Promise.all(Array.from({ length: 3 }, () => new Promise<net.Socket>((resolve) => { const socket = net.connect(server.port!, "127.0.0.1", () => { socket.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n"); socket.once("data", () => resolve(socket)); }); })));
const closed = Promise.all(sockets.map((socket) => new Promise((resolve) => socket.on("close", resolve))));
const begun = Date.now();
await server.stop();
await closed;
console.log("at once", Date.now() - begun < 1000);
