// @covers Serve.Options.fetch
// process.exitCode does not hide that a request failed.
const server = Bun.serve({ port: 0, development: false, fetch() { throw new Error("boom"); } });
process.exitCode = 3;
console.log((await fetch(server.url)).status, process.exitCode);
await server.stop(true);
