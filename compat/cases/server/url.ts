// @covers Server.url, Server.port, Server.hostname
const server = Bun.serve({ port: 0, fetch: () => new Response("x") });
console.log(server.url instanceof URL, server.url.href, server.url.port === String(server.port));
console.log(`${server.url}`, server.url.protocol, server.url.pathname);
console.log(server.url === server.url);
await server.stop(true);
console.log("after stop", server.url?.href, typeof server.port, server.hostname);
