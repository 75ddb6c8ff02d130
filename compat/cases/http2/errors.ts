// @covers Serve.HostnamePortServeOptions.http2
// @env BUNSHIM_WIRE=
import { ask, connect, variants } from "./_client.ts";

for (const tls of variants) {
  const server = Bun.serve({
    port: 0,
    tls,
    http2: true,
    development: false,
    error: (error: Error) => new Response(`caught ${error.message}`, { status: 500 }),
    async fetch(request: Request) {
      if (new URL(request.url).pathname === "/later") await Bun.sleep(2);
      throw new Error("boom");
    },
  } as any);
  const client = connect(server);
  console.log(await ask(client, { ":path": "/" }));
  console.log(await ask(client, { ":path": "/later" }));
  client.destroy();
  await server.stop(true);
}
process.exit(0);
