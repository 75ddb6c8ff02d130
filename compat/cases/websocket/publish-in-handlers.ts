// @covers ServerWebSocket.publish, Server.publish
import { FrameClient } from "../../frames.ts";
import { Log } from "./_log.ts";

const log = new Log();
let number = 0;
const server: any = Bun.serve({
  port: 0,
  fetch: (req, server: any) => (server.upgrade(req, { data: ++number }) ? undefined as any : new Response("")),
  websocket: {
    open(ws: any) {
      log.add(`open ${ws.data}: ${ws.publish("room", `joined ${ws.data}`)}`);
      ws.subscribe("room");
      log.add(`count ${server.subscriberCount("room")} ${server.publish("room", `now ${ws.data}`)}`);
    },
    message(ws: any, message) { log.add(`message: ${ws.publish("room", message)}`); },
    close(ws: any) {
      log.add(`close ${ws.data}: ${ws.isSubscribed("room")} ${server.subscriberCount("room")} ${ws.publish("room", "ws left")} ${server.publish("room", `left ${ws.data}`)}`);
    },
  },
});
const a = await FrameClient.open(server);
const b = await FrameClient.open(server);
b.text("hi");
console.log(await a.take(4));
b.close(1000);
console.log(await b.rest());
console.log(await a.next());
await log.until("close");
log.flush();
server.stop(true);
