// @covers Server.upgrade
import { attempt } from "../../client.ts";

const make = (...given: any[]): any => {
  const socket = new (WebSocket as any)(...given);
  socket.onerror = () => {};
  return `${socket.url} ${socket.readyState}`;
};
await attempt("nothing", () => make());
for (const url of ["nonsense", "/x", "http://127.0.0.1:1/x", "https://127.0.0.1:1/x", "ftp://127.0.0.1:1/x", "ws://127.0.0.1:1/x#a", "ws://127.0.0.1:1/a b?c=d ", "ws://u:p@127.0.0.1:1", new URL("ws://127.0.0.1:1/x")]) await attempt(String(url), () => make(url));
for (const options of [null, undefined, 5, "", "a b", "ok", [], ["a", "a"], ["a", "A"], ["a b"], {}, { protocols: "x y" }, { protocols: ["q"] }, { protocol: "one" }, { headers: 5 }, { headers: null }, { headers: {} }]) await attempt(JSON.stringify(options) ?? "undefined", () => make("ws://127.0.0.1:1/x", options));
await attempt("send while connecting", () => new WebSocket("ws://127.0.0.1:1/x").send("x"));
console.log(WebSocket.CONNECTING, WebSocket.OPEN, WebSocket.CLOSING, WebSocket.CLOSED, (WebSocket.prototype as any).OPEN, WebSocket.name, WebSocket.length, Object.prototype.toString.call(WebSocket.prototype));
for (const name of ["URL", "url", "readyState", "bufferedAmount", "onopen", "onmessage", "onerror", "onclose", "protocol", "extensions", "binaryType", "send", "close", "ping", "pong", "terminate", "pause", "resume", "isPaused"]) {
  const { enumerable, value, get, set } = Object.getOwnPropertyDescriptor(WebSocket.prototype, name)!;
  console.log(name, enumerable, typeof value, value?.length, typeof get, typeof set);
}
const socket: any = new WebSocket("ws://127.0.0.1:1/x");
console.log(socket instanceof EventTarget, socket.onopen, socket.binaryType, Object.keys(socket).length);
socket.onmessage = 5;
console.log(socket.onmessage);
socket.onmessage = () => {};
console.log(typeof socket.onmessage);
socket.onmessage = null;
console.log(socket.onmessage);
process.exit(0);
