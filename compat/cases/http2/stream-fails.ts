// @covers Serve.HostnamePortServeOptions.http2
// @env BUNSHIM_WIRE=
import { ask, connect } from "./_client.ts";

const server = Bun.serve({
  port: 0,
  http2: true,
  development: false,
  fetch: (request: Request) =>
    new URL(request.url).pathname === "/ok"
      ? new Response("ok")
      : new Response(
          new ReadableStream({
            async pull(controller) {
              controller.enqueue("a");
              await Bun.sleep(5);
              controller.error(new Error("broken"));
            },
          }),
        ),
} as any);
const client = connect(server);
console.log(await ask(client, { ":path": "/" }));
console.log(await ask(client, { ":path": "/ok" }));
client.destroy();
await server.stop(true);
process.exit(0);
