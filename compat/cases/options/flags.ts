// @covers Serve.Options.reusePort, Serve.Options.ipv6Only
import { attempt } from "../../client.ts";

const fetch = () => new Response("x");
const serve = (options: any) => {
  const server = Bun.serve({ port: 0, fetch, ...options });
  server.stop(true);
  return "accepted";
};
for (const value of [true, false, 5, null, undefined, {}, "x"]) {
  await attempt(`reusePort ${JSON.stringify(value)}`, () => serve({ reusePort: value }));
  await attempt(`ipv6Only ${JSON.stringify(value)}`, () => serve({ ipv6Only: value, hostname: "::1" }));
}
