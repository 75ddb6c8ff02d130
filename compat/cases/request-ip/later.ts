// @covers Server.requestIP
import net from "node:net";

let left = (_: unknown) => {};
const gone = new Promise((resolve) => (left = resolve));
const server = Bun.serve({
  port: 0,
  hostname: "127.0.0.1",
  async fetch(request, server) {
    await Bun.sleep(10);
    console.log(server.requestIP(request)?.address);
    request.signal.addEventListener("abort", () => setTimeout(() => left(server.requestIP(request)), 10));
    if (new URL(request.url).pathname === "/wait") {
      setTimeout(() => socket.destroy(), 20);
      await gone;
    }
    return Response.json(server.requestIP(request)?.address ?? null);
  },
});
console.log(await (await fetch(server.url)).json());
const socket = net.connect(server.port ?? 0, "127.0.0.1");
socket.write("GET /wait HTTP/1.1\r\nHost: a\r\n\r\n");
console.log(await gone);
await server.stop(true);
process.exit(0);
