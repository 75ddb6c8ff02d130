// @covers Server.ref, Server.unref
const server = Bun.serve({ port: 0, fetch: () => new Response("x") });
console.log(server.unref() === server, server.unref() === server, server.ref() === server, server.unref() === server);
process.on("exit", () => console.log("the process ended by itself"));
