// @covers Serve.Options.development, Server.development
import { attempt } from "../../client.ts";

const fetch = () => new Response("x");
for (const development of [true, false, 0, 1, "production", "x", null, undefined, {}, { hmr: true }, { hmr: false, console: true }])
  await attempt(`development ${JSON.stringify(development)}`, () => {
    const server = Bun.serve({ port: 0, development, fetch } as any);
    const seen = server.development;
    server.stop(true);
    return seen;
  });
