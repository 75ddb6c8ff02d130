/** The smallest server: one handler, one short text. */
const server = Bun.serve({
  port: 0,
  fetch() {
    return new Response("Hello, world!");
  },
});
console.log(server.port);
