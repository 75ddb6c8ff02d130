// @covers Serve.Options.hostname
import { attempt } from "../../client.ts";

const fetch = () => new Response("x");
for (const hostname of ["bad host", "203.0.113.5", 5, {}, [], "127.0.0.1:80", "http://x"])
  await attempt(`hostname ${JSON.stringify(hostname)}`, () => {
    const server = Bun.serve({ port: 0, hostname, fetch } as any);
    server.stop(true);
    return server.hostname;
  });
