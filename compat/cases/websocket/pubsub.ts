// @covers ServerWebSocket.publish, ServerWebSocket.subscribe, ServerWebSocket.unsubscribe, ServerWebSocket.isSubscribed, ServerWebSocket.subscriptions, Server.publish, Server.subscriberCount
import { FrameClient } from "../../frames.ts";

const sockets: any[] = [];
const server: any = Bun.serve({
  port: 0,
  fetch: (req, server: any) => (server.upgrade(req) ? undefined as any : new Response("")),
  websocket: { open(ws) { sockets.push(ws); }, message() {} },
});
console.log("before any socket", server.publish("t", "x"), server.subscriberCount("t"));
const clients = [await FrameClient.open(server), await FrameClient.open(server), await FrameClient.open(server)];
const [a, b, c] = sockets;
console.log(a.subscribe("t"), a.subscribe("t"), b.subscribe("t"), b.subscribe("u"), server.subscriberCount("t"), server.subscriberCount("u"), server.subscriberCount("none"));
console.log(a.isSubscribed("t"), a.isSubscribed("u"), c.isSubscribed("t"), JSON.stringify([a, b, c].map((one) => one.subscriptions.sort())));
console.log("publish", a.publish("t", "from a"), c.publish("t", "from c"), b.publish("u", "from b"), a.publish("none", "x"));
console.log("server.publish", server.publish("t", "from server"), server.publish("t", ""), server.publish("u", new Uint8Array([1, 2])), server.publish("none", "x"));
console.log("kinds", a.publish("t", new Uint8Array([1])), a.publishText("t", "text"), a.publishBinary("t", new Uint8Array([2, 3])), a.publish("t", ""), a.publish("t", "\u00fc"), a.publish("t", new Blob(["b"])));
for (const ws of sockets) ws.send("end");
for (const client of clients) {
  const all: string[] = [];
  for (let next = await client.next(); next !== 'text "end"'; next = await client.next()) all.push(next);
  console.log(all.join(" | "));
}
console.log(a.unsubscribe("t"), a.unsubscribe("t"), a.unsubscribe("never"), server.subscriberCount("t"), a.subscriptions.length);
console.log(b.publish("t", "nobody else"), server.publish("t", "only b"));
b.close();
console.log(server.subscriberCount("t"), server.subscriberCount("u"), b.subscriptions.length, server.publish("t", "none"));
for (const topic of ["a/b", "a/#", "#", "+", "a/+", " ", "\u00fc", "\u{1F600}", "x".repeat(500), "\0"]) c.subscribe(topic);
// In no order: in Bun it differs from run to run.
console.log(JSON.stringify(c.subscriptions.map((topic: string) => (topic.length > 20 ? topic.length : topic)).sort()), server.publish("a/b", "1"), server.publish("a/c", "2"), server.publish("\u00fc", "3"));
c.send("end");
console.log(await clients[2]!.take(3));
server.stop(true);
