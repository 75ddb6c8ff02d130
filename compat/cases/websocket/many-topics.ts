// @covers ServerWebSocket.subscribe, ServerWebSocket.subscriptions
import { pair } from "./_pair.ts";

const { server, client, ws } = await pair();
for (let i = 0; i < 1000; i++) ws.subscribe(`topic ${i}`);
console.log(ws.subscriptions.length, new Set(ws.subscriptions).size, ws.isSubscribed("topic 999"), ws.isSubscribed("topic 1000"));
for (let i = 0; i < 1000; i += 2) ws.unsubscribe(`topic ${i}`);
console.log(ws.subscriptions.length, server.subscriberCount("topic 1"), server.subscriberCount("topic 2"));
let delivered = 0;
for (let i = 0; i < 1000; i++) {
  if (server.publish(`topic ${i}`, "x") > 0) delivered++;
  // No more at once than any socket holds.
  if (i % 50 === 0) await Bun.sleep(1);
}
console.log(delivered);
const list = ws.subscriptions;
list.push("not subscribed");
console.log(ws.subscriptions.length, ws.subscriptions === ws.subscriptions);
client.destroy();
server.stop(true);
