// @covers Serve.Options.port, Server.port
const probe = Bun.serve({ port: 0, fetch: () => new Response("x") });
const port = probe.port;
await probe.stop(true);
const server = Bun.serve({ port: String(port), fetch: () => new Response("x") });
console.log(server.port === port, typeof server.port);
server.stop(true);
