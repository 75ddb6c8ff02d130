// @covers Server.stop
// Nothing keeps a process alive after its server was stopped.
const server = Bun.serve({ port: 0, fetch: () => new Response("x") });
console.log(await (await fetch(server.url)).text());
process.on("exit", () => console.log("the process ends"));
await server.stop();
console.log("stopped");
