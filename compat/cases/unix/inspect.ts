// @covers Server.url
const server = Bun.serve({ unix: "app.sock", fetch: () => new Response("x") });
console.log(Object.prototype.toString.call(server), Bun.inspect(server).includes('address: "app.sock"'));
console.log(
  Bun.inspect(server).includes("port: undefined"),
  Bun.inspect(server).includes("hostname: undefined"),
);
server.stop(true);
