/** The smallest server that speaks HTTP/2 as well. */
const server = Bun.serve({
  port: 0,
  http2: true,
  fetch() {
    return new Response("Hello, world!");
  },
});
console.log(server.port);
