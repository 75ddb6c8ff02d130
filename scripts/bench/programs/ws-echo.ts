/** Sends every message back. */
const server = Bun.serve({
  port: 0,
  fetch(request, server) {
    return server.upgrade(request) ? undefined : new Response("no WebSocket", { status: 400 });
  },
  websocket: {
    message(socket, message) {
      socket.send(message);
    },
  },
});
console.log(server.port);
