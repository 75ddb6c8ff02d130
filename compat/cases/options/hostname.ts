// @covers Serve.Options.hostname, Server.hostname, Server.url
import { attempt } from "../../client.ts";

const fetch = () => new Response("x");
for (const hostname of ["localhost", "LOCALHOST", "0.0.0.0", "127.0.0.1", "::", "::1", "[::1]", "", null, undefined])
  await attempt(`hostname ${JSON.stringify(hostname)}`, () => {
    const server = Bun.serve({ port: 0, hostname, fetch } as any);
    const seen = `${server.hostname} ${server.url.href} ${server.address?.family ?? "-"} ${server.address?.address ?? "-"}`;
    server.stop(true);
    return seen;
  });
