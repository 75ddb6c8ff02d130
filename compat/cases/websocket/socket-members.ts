// @covers ServerWebSocket.send, ServerWebSocket.readyState, ServerWebSocket.remoteAddress
import { attempt } from "../../client.ts";
import { pair } from "./_pair.ts";
const { server, client, ws } = await pair({}, {}, { data: { id: 1 } });
console.log(Object.prototype.toString.call(ws), ws.constructor?.name, typeof ws);
console.log(Object.keys(ws), Object.getOwnPropertyNames(ws));
const prototype = Object.getPrototypeOf(ws);
for (const name of Object.getOwnPropertyNames(prototype).sort()) {
  const { enumerable, configurable, writable, value, get, set } = Object.getOwnPropertyDescriptor(prototype, name)!;
  console.log(name, typeof value, typeof value === "function" ? `${value.name} ${value.length}` : "", enumerable, configurable, writable, typeof get, typeof set);
}
console.log(Object.getOwnPropertySymbols(prototype).map(String));
console.log(Object.getPrototypeOf(prototype) === Object.prototype, Object.isExtensible(ws));
ws.extra = 1;
console.log(ws.extra);
await attempt("new", () => new ws.constructor());
await attempt("read-only", () => { ws.readyState = 5; return ws.readyState; });
await attempt("remoteAddress", () => { ws.remoteAddress = 5; return ws.remoteAddress; });
await attempt("subscriptions", () => { ws.subscriptions = 5; return ws.subscriptions; });
await attempt("data", () => { ws.data = "new"; return ws.data; });
client.destroy();
server.stop(true);
