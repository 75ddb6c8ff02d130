// @covers Server.closeIdleConnections
// @difference idle-connections uws
import net from "node:net";
const server: any = Bun.serve({ port: 0, fetch: () => new Response("x") });
const socket = net.connect(server.port, "127.0.0.1");
await new Promise((resolve) => { socket.once("data", resolve); socket.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n"); });
const closed = new Promise((resolve) => socket.on("close", () => resolve("closed")));
console.log(server.closeIdleConnections());
console.log(await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, 1000, "open"))]));
socket.destroy();
console.log(await (await fetch(server.url)).text());
server.stop(true);
