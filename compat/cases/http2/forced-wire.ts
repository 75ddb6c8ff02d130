// @covers Serve.HostnamePortServeOptions.http2
// @difference needs-node-wire uws
import { attempt } from "../../client.ts";

for (const options of [{ http2: true }, { http2: true, http1: false }])
  await attempt(JSON.stringify(options), async () => {
    const server = Bun.serve({ port: 0, fetch: () => new Response("x"), ...options } as any);
    await server.stop(true);
    return "served";
  });
