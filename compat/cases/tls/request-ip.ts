// @covers Server.requestIP
import { askTls, certificate } from "./_tls.ts";

for (const hostname of ["127.0.0.1", undefined]) {
  const server = Bun.serve({
    port: 0,
    hostname,
    tls: certificate(""),
    fetch(request, server) {
      const { address, family, port } = server.requestIP(request) ?? { address: "", family: "", port: 0 };
      return new Response(`${address} ${family} ${port > 0}`);
    },
  });
  console.log(await askTls(server.port ?? 0));
  await server.stop(true);
}
