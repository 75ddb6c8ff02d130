// @covers Server.upgrade, Serve.Options.routes
import { FrameClient } from "../../frames.ts";

const server = Bun.serve({
  port: 0,
  routes: {
    "/room/:name": (req, server: any) => {
      if (server.upgrade(req, { data: { room: req.params.name } })) return undefined as any;
      return new Response("expected an upgrade", { status: 400 });
    },
    "/get": { GET: async (req: any, server: any) => {
      await 1;
      server.upgrade(req, { data: { room: "get" } });
      return undefined as any;
    } },
    "/static": new Response("static"),
  },
  fetch: () => new Response("fetch"),
  websocket: { message(ws: any, message) { ws.send(`${ws.data.room}: ${message}`); } },
});
for (const path of ["/room/a%20b", "/get", "/static", "/other"]) {
  const client = await FrameClient.open(server, { path });
  console.log(path, client.status, client.status.includes("101") ? await client.text("hi").next() : "");
  client.destroy();
}
server.stop(true);
