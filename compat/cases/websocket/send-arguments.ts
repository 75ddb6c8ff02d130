// @covers ServerWebSocket.send, ServerWebSocket.publish, ServerWebSocket.subscribe, ServerWebSocket.close
import { attempt } from "../../client.ts";
import { pair } from "./_pair.ts";

const { server, client, ws } = await pair();
const odd: unknown[] = [undefined, null, 0, 1, "", "x", {}, [], Symbol.iterator, () => {}];
const show = (value: unknown): string => (typeof value === "symbol" ? "symbol" : typeof value === "function" ? "function" : JSON.stringify(value) ?? "undefined");
for (const method of ["send", "sendText", "sendBinary"]) {
  for (const compress of odd) await attempt(`${method}(x, ${show(compress)})`, () => ws[method](method === "sendBinary" ? new Uint8Array(1) : "x", compress));
}
for (const method of ["subscribe", "unsubscribe", "isSubscribed"]) {
  await attempt(`${method}()`, () => ws[method]());
  for (const topic of odd) await attempt(`${method}(${show(topic)})`, () => ws[method](topic));
}
for (const method of ["publish", "publishText", "publishBinary"]) {
  await attempt(`${method}()`, () => ws[method]());
  await attempt(`${method}("t")`, () => ws[method]("t"));
  for (const topic of odd) await attempt(`${method}(${show(topic)}, x)`, () => ws[method](topic, "x"));
  for (const value of odd) await attempt(`${method}("t", ${show(value)})`, () => ws[method]("t", value));
  for (const value of odd) await attempt(`${method}("t", x, ${show(value)})`, () => ws[method]("t", method === "publishBinary" ? new Uint8Array(2) : "x", value));
}
for (const topic of odd) await attempt(`server.publish(${show(topic)}, x)`, () => server.publish(topic, "x"));
for (const value of odd) await attempt(`server.publish("t", ${show(value)})`, () => server.publish("t", value));
for (const value of odd) await attempt(`server.publish("t", x, ${show(value)})`, () => server.publish("t", "x", value));
for (const topic of odd) await attempt(`server.subscriberCount(${show(topic)})`, () => server.subscriberCount(topic));
for (const callback of odd) await attempt(`cork(${show(callback)})`, () => ws.cork(callback));
await attempt("cork()", () => ws.cork());
for (const type of [...odd, "nodebuffer", "arraybuffer", "uint8array", "blob", "Blob"]) await attempt(`binaryType = ${show(type)}`, () => { ws.binaryType = type; return ws.binaryType; });
client.destroy();
server.stop(true);
