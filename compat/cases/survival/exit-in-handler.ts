// @covers Serve.Options.fetch
// process.exit() inside a handler ends the process cleanly.
const server = Bun.serve({ port: 0, fetch() { console.log("handler"); process.exit(7); } });
fetch(server.url).catch(() => {});
