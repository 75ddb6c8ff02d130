// @covers Server.id, Server.development, Server.protocol, Server.hostname, Server.pendingRequests, Server.pendingWebSockets
const server: any = Bun.serve({ port: 0, fetch: () => new Response("x") });
for (const name of ["development", "protocol", "hostname", "pendingRequests", "pendingWebSockets"]) console.log(name, JSON.stringify(server[name]));
console.log("id", typeof server.id, server.id.length);
console.log("address", JSON.stringify({ ...server.address, port: typeof server.address.port }));
for (const name of ["stop", "closeIdleConnections", "reload", "fetch", "upgrade", "publish", "subscriberCount", "requestIP", "timeout", "ref", "unref"])
  console.log(name, typeof server[name], server[name]?.length);
console.log(typeof server[Symbol.dispose], typeof server[Symbol.asyncDispose]);
server.stop(true);
