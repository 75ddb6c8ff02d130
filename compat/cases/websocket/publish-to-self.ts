// @covers WebSocketHandler.publishToSelf
import { pair } from "./_pair.ts";

for (const publishToSelf of [undefined, false, true]) {
  const { server, client, ws } = await pair({ publishToSelf });
  console.log(publishToSelf, "not subscribed", ws.publish("t", "0"));
  ws.subscribe("t");
  console.log(ws.publish("t", "1"), ws.publishText("t", "22"), ws.publishBinary("t", new Uint8Array(3)));
  ws.send("end");
  console.log(await client.rest(100));
  client.destroy();
  server.stop(true);
}
