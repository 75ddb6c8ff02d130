// @off unix — a server that was moved shows members of the suite, see unix/inspect
// @covers Server.url
const server = Bun.serve({ port: 0, id: "shop", development: false, fetch: () => new Response("x") });
console.log(server);
server.stop(true);
