// @covers TLSOptions.serverName
// @difference needs-node-wire uws
import { attempt } from "../../client.ts";
import { certificate } from "../tls/_tls.ts";

const [one, two] = [certificate("1"), certificate("2")];
for (const tls of [[{ ...one, serverName: "a.test" }], [one, { ...two, serverName: "b.test" }]])
  await attempt(`${tls.length} names`, async () => {
    const server = Bun.serve({ port: 0, tls, fetch: () => new Response("x") });
    await server.stop(true);
    return "served";
  });
