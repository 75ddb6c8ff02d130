/** Publishes every message to the group that the socket's URL names, its sender included. */
const server = Bun.serve<{ group: string }>({
  port: 0,
  fetch(request, server) {
    const data = { group: new URL(request.url).searchParams.get("group") ?? "" };
    return server.upgrade(request, { data }) ? undefined : new Response("no WebSocket", { status: 400 });
  },
  websocket: {
    open(socket) {
      socket.subscribe(socket.data.group);
    },
    message(socket, message) {
      server.publish(socket.data.group, message);
    },
  },
});
console.log(server.port);
