// @off unix — a client on a unix socket has no address
// @covers Server.requestIP, ServerWebSocket.remoteAddress
// fetch and WebSocket go to localhost by IPv6 first, and find servers that listen on one of both.
const start = (hostname?: string) =>
  Bun.serve({
    port: 0,
    ...(hostname === undefined ? {} : { hostname }),
    fetch: (request, server) => (server.upgrade(request) ? undefined : new Response(server.requestIP(request)?.address)),
    websocket: { open(ws) { ws.send(ws.remoteAddress); }, message() {} },
  });
for (const hostname of [undefined, "localhost", "127.0.0.1", "::1", "0.0.0.0", "::"]) {
  const server = start(hostname);
  const scheme = server.protocol === "https" ? "s" : "";
  const tls = { rejectUnauthorized: false };
  const answers: unknown[] = [];
  for (const host of ["localhost", "LOCALHOST", "127.0.0.1", "[::1]"])
    answers.push(await fetch(`http${scheme}://${host}:${server.port}/`, { tls } as any).then((response) => response.text(), (error) => error.code));
  const socket = new WebSocket(`ws${scheme}://localhost:${server.port}/`, { tls } as any);
  answers.push(await new Promise((resolve) => { socket.onmessage = (event) => resolve(event.data); socket.onerror = () => resolve("failed"); }));
  console.log(hostname, answers.join());
  const { status } = await fetch(server.url, { tls } as any);
  console.log(status);
  await server.stop(true);
}
process.exit(0);
