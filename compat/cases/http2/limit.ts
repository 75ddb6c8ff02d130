// @covers Serve.HostnamePortServeOptions.http2
// @env BUNSHIM_WIRE=
import { ask, connect, variants } from "./_client.ts";

for (const tls of variants) {
  const server = Bun.serve({
    port: 0,
    tls,
    http2: true,
    maxRequestBodySize: 1000,
    fetch: async (request: Request) => new Response(String((await request.text()).length)),
  } as any);
  const client = connect(server);
  console.log(await ask(client, { ":path": "/", ":method": "POST" }, "x".repeat(1000)));
  console.log(await ask(client, { ":path": "/", ":method": "POST" }, "x".repeat(1001)));
  console.log(
    await ask(client, { ":path": "/", ":method": "POST", "content-length": 1001 }, "x".repeat(1001)),
  );
  console.log(await ask(client, { ":path": "/", ":method": "POST" }, "after"));
  client.destroy();
  await server.stop(true);
}
process.exit(0);
