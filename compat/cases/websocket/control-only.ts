// @covers WebSocketHandler.ping
// Without handlers the server still answers pings and Close frames.
import { FrameClient } from "../../frames.ts";

const server: any = Bun.serve({ port: 0, fetch: (req, server: any) => (server.upgrade(req) ? undefined as any : new Response("")), websocket: {} as any });
const client = await FrameClient.open(server);
console.log(client.status, await client.text("ignored").send("binary", "too").send("pong", "unasked").send("ping", "p").next());
console.log(await client.send("ping", "x".repeat(125)).next());
client.close(4000, "bye");
console.log(await client.rest());
server.stop(true);
