// @covers Request.signal
// @env BUNSHIM_WIRE=
// A client that leaves before it has taken all of a reply is told of, whatever the reply is made of.
import http2 from "node:http2";
import { connect } from "./_client.ts";

const large = "x".repeat(4_000_000);
let log: string[] = [];
let over = Promise.withResolvers<void>();
const server = Bun.serve({
  port: 0,
  http2: true,
  idleTimeout: 0,
  routes: { "/static": new Response(large) },
  async fetch(request: Request) {
    const { pathname } = new URL(request.url);
    request.signal.addEventListener("abort", () => {
      log.push(`abort ${request.signal.reason}`);
      over.resolve();
    });
    if (pathname === "/late") await Bun.sleep(1);
    if (pathname === "/bytes") return new Response(new Uint8Array(4_000_000));
    if (pathname === "/blob") return new Response(new Blob([large]));
    if (pathname !== "/stream") return new Response(large);
    return new Response(
      new ReadableStream({
        pull: (controller) => controller.enqueue(new Uint8Array(50_000)),
        cancel: (reason) => void log.push(`cancel ${reason}`),
      }),
    );
  },
} as any);
const leave: [string, (stream: http2.ClientHttp2Stream, client: http2.ClientHttp2Session) => void][] = [
  ["reset", (stream) => stream.close(http2.constants.NGHTTP2_CANCEL)],
  ["reset without an error", (stream) => stream.close(http2.constants.NGHTTP2_NO_ERROR)],
  ["closed", (_, client) => client.destroy()],
];
for (const [how, go] of leave) {
  for (const path of ["/string", "/late", "/bytes", "/blob", "/static", "/stream"]) {
    log = [];
    over = Promise.withResolvers();
    const client = connect(server);
    const stream = client.request({ ":path": path });
    stream.on("error", () => {});
    await new Promise((resolve) => stream.once("response", resolve));
    await Bun.sleep(20);
    const pending = server.pendingRequests;
    go(stream, client);
    if (path !== "/static") await over.promise;
    while (server.pendingRequests > 0) await Bun.sleep(1);
    console.log(how, path, pending, log.join(", "));
    client.destroy();
  }
}
await server.stop(true);
process.exit(0);
