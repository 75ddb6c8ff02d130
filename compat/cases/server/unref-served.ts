// @covers Server.unref
const server = Bun.serve({ port: 0, fetch: () => new Response("x") });
server.unref();
const response = await fetch(server.url, { headers: { connection: "close" } });
console.log(await response.text());
process.on("exit", () => console.log("the process ended by itself"));
