// @covers Serve.Options.ipv6Only
// @difference needs-node-wire uws
import { attempt } from "../../client.ts";

const fetch = () => new Response("x");
for (const value of [true, false, 5, null, undefined, {}, "x"])
  await attempt(`ipv6Only ${JSON.stringify(value)}`, () => {
    const server = Bun.serve({ port: 0, fetch, ipv6Only: value, hostname: "::1" } as any);
    server.stop(true);
    return "accepted";
  });
