// @covers Server.upgrade
import { FrameClient } from "../../frames.ts";

const names = ["Sec-WebSocket-Accept", "Sec-WebSocket-Protocol", "Sec-WebSocket-Extensions", "Sec-WebSocket-Version", "Upgrade", "Connection", "Content-Length", "Transfer-Encoding", "Content-Type", "Server", "Sec-WebSocket-Key"];
const server = Bun.serve({
  port: 0,
  fetch(req, server: any) {
    const name = new URL(req.url).pathname.slice(1);
    server.upgrade(req, { headers: { [name]: name === "Content-Length" ? "5" : "given", "x-after": "1" } });
    return undefined as any;
  },
  websocket: { open(ws) { ws.send("open"); }, message() {} },
});
for (const name of names) {
  const client = await FrameClient.open(server, { path: `/${name}` });
  console.log(name, client.status);
  console.log(client.fields.join("\n"));
  console.log(await client.next());
  client.destroy();
}
server.stop(true);
