// @covers Server.upgrade
import { FrameClient } from "../../frames.ts";

const server = Bun.serve({
  port: 0,
  async fetch(req, server: any) {
    const url = new URL(req.url);
    const before = `${req.method} ${url.pathname}${url.search} ${req.headers.get("upgrade")} ${req.headers.get("sec-websocket-key")} ${JSON.stringify(await req.text())}`;
    server.upgrade(req, { data: before });
    return undefined as any;
  },
  websocket: { open(ws: any) { ws.send(ws.data); }, message() {} },
});
const client = await FrameClient.open(server, { path: "/a/b?c=d" });
console.log(await client.next());
client.destroy();
server.stop(true);
