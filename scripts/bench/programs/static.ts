/** A static route: the reply is known when the server starts. */
const server = Bun.serve({
  port: 0,
  routes: { "/": new Response("Hello, world!") },
});
console.log(server.port);
