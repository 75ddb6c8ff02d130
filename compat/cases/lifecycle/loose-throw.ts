// @covers Serve.Options.fetch
// An error in a timer that a handler set ends the process, which says so, with 1.
const server = Bun.serve({ port: 0, fetch() { setTimeout(() => { console.log("now"); throw new Error("later"); }, 500); return new Response("sent"); } });
process.on("exit", (code) => console.log("exit", code));
fetch(server.url).then((response) => response.text()).then((text) => console.log(text));
setTimeout(() => console.log("not reached"), 4000);
