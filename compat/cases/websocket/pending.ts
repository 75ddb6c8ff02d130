// @covers Server.pendingWebSockets, Server.pendingRequests
import { FrameClient } from "../../frames.ts";

const closed: (() => void)[] = [];
const server: any = Bun.serve({
  port: 0,
  fetch: (req, server: any) => (server.upgrade(req) ? undefined as any : new Response("")),
  websocket: {
    open: () => console.log("in open", server.pendingWebSockets, server.pendingRequests),
    message: (ws) => ws.close(),
    close: () => { console.log("in close", server.pendingWebSockets); closed.shift()?.(); },
  },
});
console.log(server.pendingWebSockets);
const clients = [await FrameClient.open(server), await FrameClient.open(server), await FrameClient.open(server)];
console.log(server.pendingWebSockets);
for (const end of [() => clients[0]!.text("x"), () => clients[1]!.close(1000), () => clients[2]!.destroy()]) {
  const over = new Promise<void>((resolve) => closed.push(resolve));
  end();
  await over;
  await new Promise((resolve) => setImmediate(resolve));
  console.log(server.pendingWebSockets);
}
server.stop(true);
