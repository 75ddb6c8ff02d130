// @covers WebSocketHandler.close, ServerWebSocket.readyState

import { frame } from "../../frames.ts";
import { pair } from "./_pair.ts";

const state = (ws: any) => JSON.stringify([ws.readyState, ws.remoteAddress?.replace("::ffff:", ""), ws.subscriptions, ws.isSubscribed("t"), ws.getBufferedAmount(), ws.isPaused, ws.binaryType, ws.data, ws.send("x"), ws.ping(), ws.subscribe("u"), ws.unsubscribe("t"), ws.publish("t", "x"), String(ws.terminate()), String(ws.close()), ws.cork(() => 1)]);
const ways: Record<string, (ws: any, client: any) => void> = {
  "client close": (_, c) => c.close(1000), "client end": (_, c) => c.end(), "client destroy": (_, c) => c.destroy(), "client reset": (_, c) => c.reset(), close: (ws) => ws.close(4000, "x"), terminate: (ws) => ws.terminate(), "too big": (_, c) => c.text("x".repeat(2000)), "close in message": (_, c) => c.text("close"), "terminate in message": (_, c) => c.text("terminate"), "close in cork": (ws) => ws.cork(() => ws.close(4001)), "terminate in cork": (ws) => ws.cork(() => ws.terminate()),
};
for (const [name, way] of Object.entries(ways)) {
  const done = Promise.withResolvers<any>();
  const { server, client, ws } = await pair({ maxPayloadLength: 1000, open(w: any) { w.subscribe("t"); }, message(w: any, m: any) { w[m]?.(); console.log("  in message after", state(w)); }, close(w: any, c: number, r: string) { console.log(name, c, r.slice(0, 20), state(w)); done.resolve(w); } }, {}, { data: 7 });
  way(ws, client);
  console.log("  after", name === "client close" || name.startsWith("client") || name.startsWith("bad") || name.startsWith("too") || name.includes("message") ? "" : state(ws));
  const w = await done.promise;
  console.log("  later", state(w));
  await Bun.sleep(5);
  console.log("  much later", state(w));
  client.destroy(); await server.stop(true);
}
