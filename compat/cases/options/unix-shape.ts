// @covers Serve.Options.unix
import { attempt } from "../../client.ts";

const fetch = () => new Response("x");
for (const unix of ["", "a\0b", 5, null, undefined, {}, true])
  await attempt(`unix ${JSON.stringify(unix)}`, () => {
    const server = Bun.serve({ port: 0, fetch, unix } as any);
    const seen = `${server.port === undefined} ${server.url.protocol}`;
    server.stop(true);
    return seen;
  });
await attempt("unix and hostname", () => Bun.serve({ fetch, unix: "a.sock", hostname: "localhost" } as any).stop(true));
await attempt("unix and ipv6Only", () => Bun.serve({ fetch, unix: "c.sock", ipv6Only: true } as any).stop(true));
await attempt("unix and port", () => Bun.serve({ fetch, unix: "b.sock", port: 5 } as any).stop(true));
process.exit(0);
