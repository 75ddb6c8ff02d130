// @covers ServerWebSocket.send, ServerWebSocket.readyState, ServerWebSocket.remoteAddress
import { attempt } from "../../client.ts";
import { pair } from "./_pair.ts";

const { server, client, ws } = await pair({}, {}, { data: { id: 1 } });
console.log(Object.prototype.toString.call(ws), ws.constructor?.name, typeof ws);
console.log(Object.keys(ws).join(), Object.getOwnPropertyNames(ws).join());
const prototype = Object.getPrototypeOf(ws);
for (const name of Object.getOwnPropertyNames(prototype).sort()) {
  const { enumerable, configurable, writable, value, get, set } = Object.getOwnPropertyDescriptor(prototype, name)!;
  console.log(name, typeof value, typeof value === "function" ? `${value.name} ${value.length}` : "", enumerable, configurable, writable, typeof get, typeof set);
}
console.log(Object.getPrototypeOf(prototype) === Object.prototype, Object.isExtensible(ws));
ws.extra = 1;
console.log(ws.extra);
await attempt("new", () => new ws.constructor());
for (const name of ["readyState", "remoteAddress", "subscriptions", "isPaused"]) {
  try {
    ws[name] = 5;
    console.log(name, "assigned");
  } catch (error: any) {
    console.log(name, error.name);
  }
}
await attempt("data", () => { ws.data = "new"; return ws.data; });
client.destroy();
server.stop(true);
