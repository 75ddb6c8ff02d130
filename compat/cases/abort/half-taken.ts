// @covers Request.signal
// A client that leaves before it has taken all of a reply is told of, whatever the reply is made of.
import net from "node:net";

const large = "x".repeat(40_000_000);
let log: string[] = [];
let over = Promise.withResolvers<void>();
const server = Bun.serve({
  port: 0,
  // Holds it to TCP: over a unix socket, Bun does not hear of such a client.
  reusePort: false,
  routes: { "/static": new Response(large) },
  async fetch(request: Request) {
    const { pathname } = new URL(request.url);
    request.signal.addEventListener("abort", () => {
      log.push(`abort ${request.signal.reason}`);
      over.resolve();
    });
    if (pathname === "/late") await Bun.sleep(1);
    if (pathname === "/bytes") return new Response(new Uint8Array(40_000_000));
    if (pathname === "/blob") return new Response(new Blob([large]));
    return new Response(large);
  },
});
for (const path of ["/string", "/late", "/bytes", "/blob", "/static"]) {
  log = [];
  over = Promise.withResolvers();
  const client = net.connect(server.port ?? 0, "127.0.0.1");
  client.write(`GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`);
  await new Promise((resolve) => client.once("readable", resolve));
  const pending = server.pendingRequests;
  client.destroy();
  if (path !== "/static") await over.promise;
  while (server.pendingRequests > 0) await Bun.sleep(1);
  console.log(path, pending, log.join(", "));
}
await server.stop(true);
process.exit(0);
