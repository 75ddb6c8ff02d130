// @covers Serve.Options.hostname, Serve.Options.websocket
// `host` and `webSocket` are taken for `hostname` and `websocket`: who wrote `host: "127.0.0.1"` must not be open to all.
function show(name: string, options: object) {
  try {
    const server = Bun.serve({ port: 0, fetch: () => new Response("x"), ...options } as any);
    const address: any = server.address;
    console.log(name, server.hostname, address.address, address.family);
    server.stop(true);
  } catch (error: any) {
    console.log(name, "throws", error.name, error.code, error.message);
  }
}
show("host", { host: "127.0.0.1" });
show("host behind hostname", { host: "10.255.255.1", hostname: "127.0.0.1" });
for (const hostname of [undefined, null, "", false]) show(`host behind ${hostname}`, { host: "127.0.0.1", hostname });
show("symbol", { host: Symbol() });
show("empty", { host: "" });
show("with unix", { host: "127.0.0.1", unix: "/tmp/never.sock" });

show("webSocket 1", { webSocket: 1 });
show("webSocket before websocket", { webSocket: { message() {} }, websocket: 1 });
for (const webSocket of [undefined, null, ""]) show(`websocket behind ${webSocket}`, { webSocket, websocket: 1 });
const server = Bun.serve({
  port: 0,
  webSocket: { message(ws: any, message: string) { ws.send(`heard ${message}`); } },
  fetch: (request: Request, server: any) => (server.upgrade(request) ? undefined : new Response("no")),
} as any);
const socket = new WebSocket(`ws://localhost:${server.port}`);
socket.onopen = () => socket.send("hello");
socket.onmessage = ({ data }) => {
  console.log(data);
  socket.close();
  server.stop(true);
};
