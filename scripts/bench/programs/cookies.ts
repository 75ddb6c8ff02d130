/** Reads a cookie and sets another one. */
const server = Bun.serve({
  port: 0,
  routes: {
    "/": (request) => {
      const session = request.cookies.get("session");
      request.cookies.set("seen", "yes");
      return new Response(session);
    },
  },
});
console.log(server.port);
