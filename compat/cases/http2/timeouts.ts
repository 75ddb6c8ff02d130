// @covers Serve.HostnamePortServeOptions.http2, Server.timeout
// @env BUNSHIM_WIRE=
// @limit 20
import http2 from "node:http2";

const server = Bun.serve({
  port: 0,
  http2: true,
  idleTimeout: 4,
  async fetch(request: Request, server: any) {
    const { pathname } = new URL(request.url);
    if (pathname === "/never") server.timeout(request, 0);
    request.signal.addEventListener("abort", () => console.log(pathname, "aborted"));
    if (pathname === "/at-once") return new Response("x");
    await Bun.sleep(7000);
    return new Response("late");
  },
} as any);
const asked = ["/at-once", "/late", "/never"].map(
  (path) =>
    new Promise<string>((resolve) => {
      const client = http2.connect(`http://127.0.0.1:${server.port}`);
      client.on("error", () => {});
      const stream = client.request({ ":path": path });
      let text = "";
      stream.on("data", (bytes: Buffer) => {
        text += bytes.toString();
      });
      stream.on("error", () => {});
      stream.on("close", () => {
        if (path !== "/never") return;
        client.destroy();
        resolve(`${path} ${text}`);
      });
      if (path !== "/never") client.on("close", () => resolve(`${path} ${text} connection closed`));
    }),
);
console.log((await Promise.all(asked)).join("\n"));
await server.stop(true);
process.exit(0);
