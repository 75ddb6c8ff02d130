// @covers Serve.HostnamePortServeOptions.http2
// @env BUNSHIM_WIRE=
import { ask, connect, variants } from "./_client.ts";

for (const tls of variants) {
  const server = Bun.serve({
    port: 0,
    tls,
    http2: true,
    fetch: (request) =>
      Response.json([
        request.method,
        request.url.replace(/:\d+/, ""),
        [...request.headers].filter(([name]) => name !== "host"),
      ]),
  } as any);
  const client = connect(server);
  console.log(server.protocol, server.url.protocol);
  console.log((await ask(client, { ":path": "/a?b=1", "X-Foo": "bar" })).replace(/content-length: \d+/, ""));
  console.log(
    (await ask(client, { ":path": "/", cookie: ["a=1", "b=2"] })).replace(/content-length: \d+/, ""),
  );
  console.log(
    (await ask(client, { ":path": "/", ":authority": "example.com", te: "trailers" })).replace(
      /content-length: \d+/,
      "",
    ),
  );
  console.log((await ask(client, { ":path": "/a/../b c" })).replace(/content-length: \d+/, ""));
  console.log((await ask(client, { ":path": "/", ":method": "DELETE" })).replace(/content-length: \d+/, ""));
  client.destroy();
  await server.stop(true);
}
process.exit(0);
