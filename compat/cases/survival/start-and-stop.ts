// @covers Bun.serve, Server.stop
// Servers started and stopped many times, on the same port, leave nothing behind.
const first = Bun.serve({ port: 0, fetch: () => new Response("first") });
const port = first.port!;
await first.stop(true);
for (let n = 0; n < 30; n++) {
  const server = Bun.serve({ port, fetch: () => new Response(`server ${n}`) });
  const text = await (await fetch(server.url, { headers: { connection: "close" } })).text();
  if (text !== `server ${n}`) console.log("wrong", n, text);
  await server.stop(n % 2 === 0);
}
console.log("done");
