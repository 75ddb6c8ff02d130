// @covers Serve.Options.fetch
// No Response is a mistake, and no failure.
const server = Bun.serve({ port: 0, development: false, fetch: () => undefined });
console.log((await fetch(server.url)).status);
await server.stop(true);
