// @covers Server.stop
import { FrameClient } from "../../frames.ts";
import { Log, pause } from "./_log.ts";

const log = new Log();
const server: any = Bun.serve({
  port: 0,
  fetch: (req, server: any) => (server.upgrade(req) ? undefined as any : new Response("")),
  websocket: {
    open: (ws: any) => { ws.subscribe("t"); },
    message() {},
    close: (ws: any, code, reason) => log.add(`close ${code} ${JSON.stringify(reason)} ${ws.readyState} ${server.subscriberCount("t")}`),
  },
});
const [a, b] = [await FrameClient.open(server), await FrameClient.open(server)];
const stopped = server.stop(true);
log.add("after the call");
console.log(await a.rest(), "and", await b.rest());
await stopped;
log.flush();
