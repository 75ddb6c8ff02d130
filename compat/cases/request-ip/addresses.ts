// @covers Server.requestIP
import { addressSeen } from "./_address.ts";

for (const [hostname, client] of [
  ["127.0.0.1", "127.0.0.1"],
  ["0.0.0.0", "127.0.0.1"],
  ["0.0.0.0", "127.0.0.9"],
  ["::1", "::1"],
  ["::", "127.0.0.1"],
  ["::", "::1"],
  [undefined, "127.0.0.1"],
  [undefined, "::1"],
]) {
  const server = Bun.serve({
    port: 0,
    hostname,
    fetch: (request, server) => Response.json(server.requestIP(request)),
  });
  console.log(hostname, client, await addressSeen(server.port ?? 0, client ?? ""));
  await server.stop(true);
}
