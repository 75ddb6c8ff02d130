// @covers Serve.HostnamePortServeOptions.ipv6Only
// @env BUNSHIM_WIRE=
import { addressSeen } from "../request-ip/_address.ts";

for (const [hostname, ipv6Only] of [
  ["::", true],
  ["::", false],
  [undefined, true],
  ["::1", true],
  ["127.0.0.1", true],
  ["0.0.0.0", true],
] as const) {
  const server = Bun.serve({
    port: 0,
    hostname,
    ipv6Only,
    fetch: (request, server) => Response.json(server.requestIP(request)),
  });
  console.log(
    hostname,
    ipv6Only,
    await addressSeen(server.port ?? 0, "::1"),
    await addressSeen(server.port ?? 0, "127.0.0.1"),
  );
  await server.stop(true);
}
