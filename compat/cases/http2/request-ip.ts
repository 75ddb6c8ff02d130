// @covers Serve.HostnamePortServeOptions.http2
// @env BUNSHIM_WIRE=
import { ask, connect, variants } from "./_client.ts";

for (const tls of variants) {
  const server = Bun.serve({
    port: 0,
    hostname: "127.0.0.1",
    tls,
    http2: true,
    fetch(request: Request, server: any) {
      const { address, family, port } = server.requestIP(request);
      return new Response(`${address} ${family} ${port === client.socket.localPort}`);
    },
  } as any);
  const client = connect(server);
  console.log(await ask(client, { ":path": "/" }));
  client.destroy();
  await server.stop(true);
}
process.exit(0);
