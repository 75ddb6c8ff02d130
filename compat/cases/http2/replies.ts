// @covers Serve.HostnamePortServeOptions.http2
// @env BUNSHIM_WIRE=
import { ask, connect, variants } from "./_client.ts";

const replies: Record<string, () => Response> = {
  "/text": () => new Response("text"),
  "/empty": () => new Response(""),
  "/none": () => new Response(null),
  "/json": () => Response.json({ a: "é" }),
  "/404": () => new Response("nothing", { status: 404 }),
  "/599": () => new Response("", { status: 599 }),
  "/304": () => new Response(null, { status: 304 }),
  "/redirect": () => Response.redirect("/elsewhere"),
  "/big": () => new Response("x".repeat(1 << 20)),
  "/cookies": () =>
    new Response("x", {
      headers: [
        ["Set-Cookie", "a=1"],
        ["Set-Cookie", "b=2"],
        ["X-A", "é"],
      ],
    }),
  "/connection": () =>
    new Response("x", {
      headers: {
        Connection: "close",
        "Keep-Alive": "x",
        "Transfer-Encoding": "chunked",
        Upgrade: "x",
        "Content-Length": "55",
      },
    }),
};
for (const tls of variants) {
  const server = Bun.serve({
    port: 0,
    tls,
    http2: true,
    fetch: (request: Request) => replies[new URL(request.url).pathname]?.() ?? new Response("none"),
  } as any);
  const client = connect(server);
  for (const path of Object.keys(replies)) console.log(path, await ask(client, { ":path": path }));
  for (const path of ["/text", "/empty", "/404", "/big"])
    console.log("HEAD", path, await ask(client, { ":path": path, ":method": "HEAD" }));
  client.destroy();
  await server.stop(true);
}
process.exit(0);
