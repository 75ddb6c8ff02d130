// @covers Serve.Options.fetch
// An error that no error handler took is reported, and the process's exit code tells of it.
const server = Bun.serve({ port: 0, development: false, fetch() { throw new Error("boom"); } });
console.log((await fetch(server.url)).status);
server.stop(true);
