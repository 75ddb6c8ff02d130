// @covers Serve.Options.development
// @compare stderr
// @difference stream-errors uws,node
// A stream that fails when its reply has begun: the client is cut off, and stderr says why.
import { listen, send } from "../../client.ts";
const server = Bun.serve({
  ...listen(),
  development: false,
  fetch() {
    let pulls = 0;
    return new Response(
      new ReadableStream({
        async pull(controller) {
          if (pulls++ === 1) {
            await Bun.sleep(5);
            throw "late";
          }
          controller.enqueue("begun");
        },
      }),
    );
  },
});
const outcome = await Promise.race([send(server, "GET", "/").then((reply) => reply.status, () => "cut off"), Bun.sleep(2_000)]);
console.log(outcome);
await server.stop(true);
