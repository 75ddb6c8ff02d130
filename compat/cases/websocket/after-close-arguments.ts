// @covers ServerWebSocket.send
// after close: every member; in close handler; after terminate
import { attempt } from "../../client.ts";
import { pair } from "./_pair.ts";

const probe = async (label: string, ws: any) => {
  const calls: [string, () => any][] = [
    ["send", () => ws.send("x")], ["sendText", () => ws.sendText("x")], ["sendBinary", () => ws.sendBinary(new Uint8Array(1))], ["send none", () => ws.send()], ["send null", () => ws.send(null)], ["sendText 1", () => ws.sendText(1)], ["sendBinary s", () => ws.sendBinary("s")],
    ["ping", () => ws.ping()], ["ping big", () => ws.ping("x".repeat(126))], ["pong", () => ws.pong()], ["pong obj", () => ws.pong({})], ["publish", () => ws.publish("t", "x")], ["publish none", () => ws.publish()], ["publish empty", () => ws.publish("", "x")], ["publishText", () => ws.publishText("t", "x")], ["publishBinary", () => ws.publishBinary("t", new Uint8Array(1))],
    ["subscribe", () => ws.subscribe("t")], ["subscribe 1", () => ws.subscribe(1)], ["subscribe none", () => ws.subscribe()], ["unsubscribe", () => ws.unsubscribe("t")], ["isSubscribed", () => ws.isSubscribed("t")], ["isSubscribed none", () => ws.isSubscribed()], ["subscriptions", () => JSON.stringify(ws.subscriptions)],
    ["cork", () => ws.cork((w: any) => w === ws)], ["cork none", () => ws.cork()], ["cork throws", () => ws.cork(() => { throw new Error("c"); })], ["cork async", async () => ws.cork(async () => 5)], ["close", () => ws.close()], ["close args", () => ws.close(1, "x")], ["close bad", () => ws.close("a")], ["terminate", () => ws.terminate()], ["readyState", () => ws.readyState], ["remoteAddress", () => ws.remoteAddress], ["buffered", () => ws.getBufferedAmount()], ["pause", () => ws.pause?.()], ["isPaused", () => ws.isPaused], ["resume", () => ws.resume?.()], ["binaryType", () => ws.binaryType], ["set bt", () => (ws.binaryType = "blob", ws.binaryType)], ["data", () => ws.data],
  ];
  for (const [n, f] of calls) { try { console.log(label, n, await f()); } catch (e: any) { console.log(label, n, "throws", e.name, e.code, e.message); } }
};
for (const how of ["client end", "close", "terminate", "client close"]) {
  const done = Promise.withResolvers<void>();
  const { server, client, ws } = await pair({ close(ws: any, c: number, r: string) { console.log("close", c, r); probe(how + " in", ws).then(() => done.resolve()); } }, {}, { data: 5 });
  ws.subscribe("t"); ws.pause?.(); ws.resume?.();
  if (how === "client end") client.end(); if (how === "client close") client.close(1000); if (how === "close") ws.close(); if (how === "terminate") ws.terminate();
  await done.promise; await Bun.sleep(20);
  await probe(how + " after", ws);
  client.end(); await server.stop(true);
}
