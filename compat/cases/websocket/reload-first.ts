// @covers Server.reload, Server.upgrade
// A server that starts without WebSockets and gets them later.
import { attempt } from "../../client.ts";
import { FrameClient } from "../../frames.ts";

const server: any = Bun.serve({ port: 0, async fetch(req, server: any) {
  await attempt("upgrade", () => server.upgrade(req));
  return new Response("plain");
} });
const plain = await FrameClient.open(server);
console.log(plain.status);
server.reload({ fetch: (req: Request, server: any) => (server.upgrade(req, { data: 1 }) ? undefined : new Response("no")), websocket: { open: (ws: any) => ws.send(`open ${ws.data}`), message: (ws: any, message: any) => ws.send(message) } });
const upgraded = await FrameClient.open(server);
console.log(upgraded.status, upgraded.status.includes("101") ? await upgraded.next() : "", upgraded.status.includes("101") ? await upgraded.text("x").next() : "");
server.stop(true);
