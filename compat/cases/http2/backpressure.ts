// @covers Serve.HostnamePortServeOptions.http2
// @env BUNSHIM_WIRE=
// A client that does not read holds the stream up; nothing is lost.
import { connect } from "./_client.ts";

let pulled = 0;
const server = Bun.serve({
  port: 0,
  http2: true,
  idleTimeout: 0,
  fetch: () =>
    new Response(
      new ReadableStream({
        pull(controller) {
          if (pulled === 400) controller.close();
          else controller.enqueue(new Uint8Array(50_000).fill(++pulled));
        },
      }),
    ),
} as any);
const client = connect(server);
const stream = client.request({ ":path": "/" });
await new Promise((resolve) => stream.once("response", resolve));
await Bun.sleep(200);
console.log("held up", pulled < 400);
let length = 0;
for await (const chunk of stream) length += chunk.length;
console.log(length, pulled);
client.destroy();
await server.stop(true);
process.exit(0);
