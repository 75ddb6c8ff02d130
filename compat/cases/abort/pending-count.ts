// @covers Server.pendingRequests
// Who left is not waited for, though the handler is still at work.
import net from "node:net";
const server = Bun.serve({ port: 0, fetch: () => new Promise<Response>(() => {}) });
const sockets = Array.from({ length: 3 }, () => { const socket = net.connect(server.port!, "127.0.0.1"); socket.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n"); return socket; });
const until = async (count: number) => { for (let i = 0; i < 100 && server.pendingRequests !== count; i++) await new Promise((resolve) => setTimeout(resolve, 10)); return server.pendingRequests; };
console.log(await until(3));
sockets[0]!.destroy();
console.log(await until(2));
sockets[1]!.destroy();
sockets[2]!.destroy();
console.log(await until(0));
await server.stop(true);
process.exit(0);
