// @covers Server.unref
// A server without a reference does not hold the process, be a request pending or not.
const server = Bun.serve({ port: 0, async fetch() { await Bun.sleep(100); return new Response("late"); } });
server.unref();
console.log(server.ref() === server, server.unref() === server);
process.on("exit", (code) => console.log("exit", code));
fetch(server.url).then((response) => response.text()).then((text) => console.log(text));
