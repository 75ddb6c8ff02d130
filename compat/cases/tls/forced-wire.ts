// @covers TLSOptions.requestCert, TLSOptions.secureOptions, TLSOptions.lowMemoryMode
// @difference needs-node-wire uws
import { attempt } from "../../client.ts";
import { certificate } from "./_tls.ts";

for (const options of [{ requestCert: true }, { secureOptions: 4 }, { lowMemoryMode: true }, { rejectUnauthorized: true }])
  await attempt(JSON.stringify(options), async () => {
    const server = Bun.serve({ port: 0, tls: { ...certificate(""), ...options }, fetch: () => new Response("x") });
    await server.stop(true);
    return "served";
  });
