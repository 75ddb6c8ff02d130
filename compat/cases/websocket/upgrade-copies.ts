// @covers Server.upgrade
// Only the request that came from the network can become a socket.
import { attempt } from "../../client.ts";
import { FrameClient } from "../../frames.ts";

const server = Bun.serve({
  port: 0,
  async fetch(req, server: any) {
    await attempt("clone", () => server.upgrade(req.clone()));
    await attempt("new Request", () => server.upgrade(new Request(req)));
    await attempt("itself", () => server.upgrade(req));
    return new Response("x");
  },
  websocket: { message() {} },
});
const client = await FrameClient.open(server);
console.log(client.status);
client.destroy();
server.stop(true);
