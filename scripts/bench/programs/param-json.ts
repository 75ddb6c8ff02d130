/** A route with a parameter that answers JSON. */
const server = Bun.serve({
  port: 0,
  routes: {
    "/users/:id": (request) => Response.json({ id: request.params.id, name: "Ada Lovelace", active: true }),
  },
});
console.log(server.port);
