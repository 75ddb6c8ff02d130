// @covers ServerWebSocket.send, ServerWebSocket.publish, ServerWebSocket.close
import { attempt } from "../../client.ts";
import { pair } from "./_pair.ts";

const { server, client, ws } = await pair();
const names = ["send", "sendText", "sendBinary", "ping", "pong", "close", "terminate", "publish", "publishText", "publishBinary", "subscribe", "unsubscribe", "isSubscribed", "cork", "getBufferedAmount", "pause", "resume"];
for (const name of names) console.log(name, typeof ws[name], ws[name] === ws[name], Object.hasOwn(ws, name));
const bound = Object.fromEntries(names.map((name) => [name, ws[name].bind(ws)]));
console.log(bound["send"]!("x"), bound["sendText"]!("x"), bound["sendBinary"]!(new Uint8Array(1)), bound["ping"]!(), bound["subscribe"]!("t"), bound["isSubscribed"]!("t"), bound["getBufferedAmount"]!());
for (const name of names) await attempt(`detached ${name}`, () => { const method = ws[name]; return method("x", "y"); });
await attempt("on another object", () => ws.send.call({}, "x"));
await attempt("on null", () => ws.send.call(null, "x"));
await attempt("getter", () => Reflect.get(Object.getPrototypeOf(ws), "readyState"));
await attempt("getter data", () => Reflect.get(Object.getPrototypeOf(ws), "data"));
client.destroy();
server.stop(true);
