// @covers Serve.HostnamePortServeOptions.http2
// @env BUNSHIM_WIRE=
import { ask, connect, variants } from "./_client.ts";

for (const tls of variants) {
  const server = Bun.serve({
    port: 0,
    tls,
    http2: true,
    development: false,
    error: () => new Response("error"),
    fetch(request: Request) {
      if (new URL(request.url).pathname === "/echo") return new Response(request.body);
      return new Response(
        new ReadableStream({
          async pull(controller) {
            controller.enqueue("a");
            await Bun.sleep(5);
            controller.enqueue("b");
            await Bun.sleep(5);
            controller.close();
          },
        }),
      );
    },
  } as any);
  const client = connect(server);
  console.log(await ask(client, { ":path": "/" }));
  console.log(await ask(client, { ":path": "/", ":method": "HEAD" }));
  const stream = client.request({ ":path": "/echo", ":method": "POST" });
  let text = "";
  stream.on("data", (chunk: Buffer) => {
    text += chunk.toString();
  });
  stream.write("one ");
  while (text !== "one ") await Bun.sleep(1);
  stream.write("two");
  while (text !== "one two") await Bun.sleep(1);
  stream.end();
  await new Promise((resolve) => stream.on("close", resolve));
  console.log(text, stream.rstCode);
  client.destroy();
  await server.stop(true);
}
process.exit(0);
