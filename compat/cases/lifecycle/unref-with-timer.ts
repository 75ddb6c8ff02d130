// @covers Server.unref
// An unreferenced server serves as long as something else lives.
const server = Bun.serve({ port: 0, fetch: () => new Response("served") });
server.unref();
process.on("exit", () => console.log("the process ends"));
setTimeout(async () => { console.log(await (await fetch(server.url, { headers: { connection: "close" } })).text()); }, 100);
