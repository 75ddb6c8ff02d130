// @covers Serve.Options.reusePort
// @difference reuse-port node
import { attempt } from "../../client.ts";

const fetch = () => new Response("x");
for (const value of [true, false, 5, null, undefined, {}, "x"])
  await attempt(`reusePort ${JSON.stringify(value)}`, () => {
    const server = Bun.serve({ port: 0, fetch, reusePort: value } as any);
    server.stop(true);
    return "accepted";
  });
