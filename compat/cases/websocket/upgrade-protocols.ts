// @covers Server.upgrade
import { FrameClient } from "../../frames.ts";

const server = Bun.serve({
  port: 0,
  fetch(req, server: any) {
    const answer = new URL(req.url).searchParams.get("answer");
    server.upgrade(req, answer === null ? undefined : { headers: { "Sec-WebSocket-Protocol": answer } });
    return undefined as any;
  },
  websocket: { message() {} },
});
for (const [offer, answer] of [["chat", null], ["chat, superchat", null], ["chat,superchat", "superchat"], ["", null], [null, "x"], ["a", "b"], ["a", ""], ["a b", null]] as const) {
  const client = await FrameClient.open(server, {
    path: answer === null ? "/" : `/?answer=${answer}`,
    headers: offer === null ? {} : { "Sec-WebSocket-Protocol": offer },
  });
  console.log(offer, answer, client.status, client.fields.filter((line) => /protocol/i.test(line)).join());
  client.destroy();
}
const twice = await FrameClient.open(server, { headers: { "Sec-WebSocket-Protocol": "a", "sec-websocket-protocol": "b" } });
console.log(twice.fields.filter((line) => /protocol/i.test(line)).join());
server.stop(true);
