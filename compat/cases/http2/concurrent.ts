// @covers Serve.HostnamePortServeOptions.http2
// @env BUNSHIM_WIRE=
import { ask, connect, variants } from "./_client.ts";

for (const tls of variants) {
  const server = Bun.serve({
    port: 0,
    tls,
    http2: true,
    async fetch(request: Request) {
      const id = Number(new URL(request.url).searchParams.get("id"));
      await Bun.sleep(id % 3);
      return new Response(`${id} ${await request.text()}`);
    },
  } as any);
  const client = connect(server);
  const replies = await Promise.all(
    Array.from({ length: 100 }, (_, id) =>
      ask(client, { ":path": `/?id=${id}`, ":method": "POST" }, `content ${id}`),
    ),
  );
  console.log(replies.every((reply, id) => reply.includes(`| ${id} content ${id} |`)));
  client.destroy();
  await server.stop(true);
}
process.exit(0);
