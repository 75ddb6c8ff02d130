// @covers Server.port, Server.url
// What assigning to a server's members does, in strict code.
const server: any = Bun.serve({ port: 0, fetch: () => new Response("x") });
for (const name of ["port", "url", "hostname", "id", "development", "pendingRequests", "fetch", "own"])
  try {
    server[name] = 1;
    console.log(name, server[name] === 1);
  } catch (error: any) {
    // The engines word it differently.
    console.log(name, "throws", error.constructor.name);
  }
console.log(Object.keys(server).join(), Object.prototype.toString.call(server));
await server.stop(true);
