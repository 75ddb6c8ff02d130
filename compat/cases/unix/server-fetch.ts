// @covers Server.fetch
const server = Bun.serve({ unix: "app.sock", fetch: (request) => new Response(request.url) });
console.log(await (await server.fetch("/a")).text());
console.log(await (await server.fetch(new Request("http://other.test/b"))).text());
server.stop(true);
