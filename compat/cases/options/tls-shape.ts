// @covers Serve.Options.tls
import { attempt } from "../../client.ts";

const fetch = () => new Response("x");
for (const tls of [5, null, undefined, {}, "x", false, true, []])
  await attempt(`tls ${JSON.stringify(tls)}`, () => {
    const server = Bun.serve({ port: 0, fetch, tls } as any);
    const seen = `${server.protocol} ${server.url.protocol}`;
    server.stop(true);
    return seen;
  });
