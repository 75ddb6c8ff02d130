// @covers Server.publish, Server.subscriberCount
// Topics belong to their server.
import { pair } from "./_pair.ts";

const one = await pair();
const two = await pair();
one.ws.subscribe("t");
two.ws.subscribe("t");
console.log(one.server.publish("t", "from one"), two.server.publish("t", "two"), one.server.subscriberCount("t"), two.server.subscriberCount("t"));
console.log(await one.client.next(), await two.client.next());
console.log(one.ws.publish("t", "x"), two.ws.publish("t", "x"));
await one.server.stop(true);
console.log(one.server.subscriberCount("t"), two.server.subscriberCount("t"), one.server.publish("t", "x"), two.server.publish("t", "still"));
console.log(await two.client.next());
await two.server.stop(true);
