// @covers Server.stop
const server = Bun.serve({ port: 0, fetch: () => new Response("x") });
process.on("SIGTERM", async () => { console.log("SIGTERM"); await server.stop(); console.log("stopped"); });
console.log(await (await fetch(server.url, { headers: { connection: "close" } })).text());
process.kill(process.pid, "SIGTERM");
