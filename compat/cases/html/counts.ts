// @covers Serve.Options.routes, Server.stop, Server.pendingWebSockets, Server.pendingRequests
// Browsers that listen for changes are none of the program's WebSockets, and a server that stops does not wait for them.
import { connect, listen } from "../../client.ts";
import { get, page, site } from "./_site.ts";

site({ "i.html": "<script src=m.ts></script>", "m.ts": "console.log(1)" });
const index = await page("i.html");
for (const websocket of [undefined, { message() { console.log("message"); }, open() { console.log("open"); }, close() { console.log("close"); } }]) {
  const server = Bun.serve({ ...listen(), development: true, routes: { "/": index }, fetch: () => new Response("x"), websocket } as never);
  await get(server, "/");
  const socket = connect(server);
  socket.on("error", () => {});
  socket.write("GET /_bun/hmr HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n");
  await new Promise((resolve) => socket.once("data", resolve));
  console.log(server.pendingWebSockets, server.pendingRequests);
  const closed = new Promise((resolve) => socket.on("close", resolve));
  await server.stop();
  console.log("stopped");
  await server.stop(true);
  await closed;
  console.log("closed");
}
