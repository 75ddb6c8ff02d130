// @covers Serve.Options.development, Server.development
// @env NODE_ENV=production
const fetch = () => new Response("x");
for (const development of [undefined, true, false]) {
  const server = Bun.serve({ port: 0, development, fetch });
  console.log(String(development), server.development);
  server.stop(true);
}
