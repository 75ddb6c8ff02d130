// @covers Server.url
const server = Bun.serve({ port: 0, id: "shop", development: false, fetch: () => new Response("x") });
console.log(server);
server.stop(true);
