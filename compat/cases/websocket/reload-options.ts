// @covers Server.reload, WebSocketHandler.maxPayloadLength, WebSocketHandler.perMessageDeflate, WebSocketHandler.publishToSelf
import { FrameClient } from "../../frames.ts";

const fetch = (req: Request, server: any): any => (server.upgrade(req) ? undefined : new Response("no"));
const message = (ws: any, message: any): void => { ws.send(`took ${message.length}`); };
const server: any = Bun.serve({ port: 0, fetch, websocket: { message, open: (ws: any) => ws.subscribe("t"), maxPayloadLength: 1000 } as any });
server.reload({ fetch, websocket: { message, open: (ws: any) => { ws.subscribe("t"); ws.send(`self ${ws.publish("t", "to itself")}`); }, maxPayloadLength: 10, perMessageDeflate: true, publishToSelf: true } });
const client = await FrameClient.open(server, { headers: { "Sec-WebSocket-Extensions": "permessage-deflate" } });
console.log(client.fields.filter((line) => /extensions/i.test(line)).join());
console.log(await client.take(2));
console.log(await client.text("x".repeat(10)).next());
console.log(await client.text("x".repeat(11)).rest());
server.stop(true);
