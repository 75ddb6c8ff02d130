// @covers Serve.Options.error
const server = Bun.serve({ port: 0, fetch() { throw new Error("boom"); }, error: () => new Response("handled", { status: 500 }) });
console.log((await fetch(server.url)).status);
server.stop(true);
