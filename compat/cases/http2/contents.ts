// @covers Serve.HostnamePortServeOptions.http2
// @env BUNSHIM_WIRE=
import { ask, connect, variants } from "./_client.ts";

for (const tls of variants) {
  const server = Bun.serve({
    port: 0,
    tls,
    http2: true,
    async fetch(request: Request) {
      switch (new URL(request.url).pathname) {
        case "/json":
          return Response.json(await request.json());
        case "/form":
          return Response.json([...(await request.formData())]);
        case "/bytes":
          return new Response(String((await request.arrayBuffer()).byteLength));
        case "/unread":
          return new Response("unread");
        default:
          return new Response(await request.text());
      }
    },
  } as any);
  const client = connect(server);
  console.log(await ask(client, { ":path": "/text", ":method": "POST" }, "hello é"));
  console.log(await ask(client, { ":path": "/text", ":method": "POST" }));
  console.log(await ask(client, { ":path": "/text", ":method": "GET" }, "dropped"));
  console.log(await ask(client, { ":path": "/json", ":method": "PUT" }, '{"a":[1]}'));
  console.log(
    await ask(
      client,
      { ":path": "/form", ":method": "POST", "content-type": "application/x-www-form-urlencoded" },
      "a=1&b=2",
    ),
  );
  console.log(await ask(client, { ":path": "/bytes", ":method": "POST" }, new Uint8Array(1_500_000)));
  console.log(await ask(client, { ":path": "/unread", ":method": "POST" }, "x".repeat(300_000)));
  console.log(await ask(client, { ":path": "/text", ":method": "POST" }, "still usable"));
  client.destroy();
  await server.stop(true);
}
process.exit(0);
