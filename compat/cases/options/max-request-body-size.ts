// @covers Serve.Options.maxRequestBodySize
import { attempt } from "../../client.ts";

const fetch = () => new Response("x");
for (const maxRequestBodySize of [0, 1, -1, 1.5, "10", null, undefined, NaN, Infinity, true, {}, 1e300, "abc"])
  await attempt(`maxRequestBodySize ${String(maxRequestBodySize)} ${typeof maxRequestBodySize}`, () => {
    const server = Bun.serve({ port: 0, maxRequestBodySize, fetch } as any);
    server.stop(true);
    return "accepted";
  });
