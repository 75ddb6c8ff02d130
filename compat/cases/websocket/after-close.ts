// @covers ServerWebSocket.readyState, ServerWebSocket.send, ServerWebSocket.subscribe, ServerWebSocket.cork
import { attempt } from "../../client.ts";
import { Log } from "./_log.ts";
import { pair } from "./_pair.ts";

const uses: Record<string, (ws: any) => unknown> = {
  readyState: (ws) => ws.readyState,
  send: (ws) => ws.send("x"),
  sendText: (ws) => ws.sendText("x"),
  sendBinary: (ws) => ws.sendBinary(new Uint8Array(1)),
  ping: (ws) => ws.ping(),
  "ping x": (ws) => ws.ping("x"),
  pong: (ws) => ws.pong("x"),
  subscribe: (ws) => ws.subscribe("t"),
  unsubscribe: (ws) => ws.unsubscribe("before"),
  isSubscribed: (ws) => ws.isSubscribed("before"),
  subscriptions: (ws) => ws.subscriptions,
  publish: (ws) => ws.publish("before", "x"),
  publishText: (ws) => ws.publishText("before", "x"),
  publishBinary: (ws) => ws.publishBinary("before", new Uint8Array(1)),
  cork: (ws) => ws.cork((inner: any) => `${inner === ws} ${inner.send("x")}`),
  remoteAddress: (ws) => ws.remoteAddress,
  binaryType: (ws) => ws.binaryType,
  data: (ws) => ws.data,
  getBufferedAmount: (ws) => ws.getBufferedAmount(),
  pause: (ws) => { ws.pause(); return ws.isPaused; },
  resume: (ws) => ws.resume(),
  close: (ws) => ws.close(1000, "again"),
  terminate: (ws) => ws.terminate(),
};
const endings: Record<string, (ws: any, client: any) => unknown> = {
  close: (ws) => ws.close(),
  terminate: (ws) => ws.terminate(),
  client: (_, client) => client.close(1000),
};
for (const [name, end] of Object.entries(endings)) {
  const log = new Log();
  const { server, client, ws } = await pair({ close: async (ws: any) => {
    console.log(`--- ${name}: in the handler`);
    for (const [use, work] of Object.entries(uses)) await attempt(use, () => work(ws));
    log.add("closed");
  } }, {}, { data: "data" });
  ws.subscribe("before");
  end(ws, client);
  await log.until("closed");
  console.log(`--- ${name}: later`);
  for (const [use, work] of Object.entries(uses)) await attempt(use, () => work(ws));
  client.destroy();
  server.stop(true);
}
