// @covers Serve.Options.fetch
// process.exit() has its own way, whatever failed before.
const server = Bun.serve({ port: 0, development: false, fetch() { throw new Error("boom"); } });
console.log((await fetch(server.url)).status);
await server.stop(true);
process.exit(3);
