// @covers Serve.Options.fetch
// A promise that a handler let go, and that rejects: the process hears it, the reply is sent all the same.
const server = Bun.serve({ port: 0, fetch() { Promise.reject(new Error("loose")); return new Response("sent"); } });
process.on("unhandledRejection", (error: Error) => console.log("unhandled", error.message));
console.log(await (await fetch(server.url)).text());
await Bun.sleep(20);
await server.stop();
console.log("alive");
