// @covers Serve.Options.idleTimeout
import { attempt } from "../../client.ts";

const fetch = () => new Response("x");
for (const idleTimeout of [0, 1, 10, 255, 256, -1, 1.5, "10", null, undefined, NaN, Infinity, true, {}, "abc"])
  await attempt(`idleTimeout ${String(idleTimeout)} ${typeof idleTimeout}`, () => {
    const server = Bun.serve({ port: 0, idleTimeout, fetch } as any);
    server.stop(true);
    return "accepted";
  });
