// @covers Server.fetch
// A text that names no host asks the server itself: for its path where it begins with one, else for `/`.
const server: any = Bun.serve({ port: 0, hostname: "127.0.0.1", fetch: (request) => new Response(request.url) });
for (const text of ["/x", "/x?q#f", "?q", "#f", " ", "./a", "../a", "http://", "file:///x", "http://other/y", "https://other/", "a:b", "data:,x", new String("/object")])
  console.log(JSON.stringify(text), await (await server.fetch(text)).text());
await server.stop(true);
