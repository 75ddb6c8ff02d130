/** A handler that parses the request's URL, as most routers in user land do. */
const server = Bun.serve({
  port: 0,
  fetch(request) {
    return new Response(new URL(request.url).pathname);
  },
});
console.log(server.port);
