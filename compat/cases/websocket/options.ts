// @covers WebSocketHandler.maxPayloadLength, WebSocketHandler.backpressureLimit, WebSocketHandler.idleTimeout, WebSocketHandler.closeOnBackpressureLimit, WebSocketHandler.sendPings, WebSocketHandler.publishToSelf, WebSocketHandler.perMessageDeflate
import { attempt } from "../../client.ts";

const start = (websocket: any) => {
  const server = Bun.serve({ port: 0, fetch: () => new Response("x"), websocket });
  server.stop(true);
  return "starts";
};
const message = () => {};
const values: [name: string, value: unknown][] = [["undefined", undefined], ["null", null], ["0", 0], ["1", 1], ["7", 7], ["8", 8], ["9.5", 9.5], ["960", 960], ["961", 961], ["-1", -1], ["65536", 65536], ["2^32-1", 4294967295], ["2^32", 4294967296], ["2^53", 2 ** 53], ["NaN", Number.NaN], ["Infinity", Infinity], ["-Infinity", -Infinity], ["text", "8"], ["true", true], ["false", false], ["object", {}], ["array", []], ["bigint", 8n], ["symbol", Symbol.iterator], ["function", () => {}]];
for (const [name, value] of [...values, ["empty", {}], ["text empty", ""], ["open only", { open() {} }], ["message null", { message: null }], ["nothing but options", { idleTimeout: 10 }]] as [string, unknown][]) await attempt(`websocket ${name}`, () => start(value));
for (const option of ["open", "message", "close", "drain", "ping", "pong", "error"]) for (const [name, value] of values) await attempt(`${option} ${name}`, () => start(option === "message" ? { message: value } : { message, [option]: value }));
for (const option of ["maxPayloadLength", "backpressureLimit", "idleTimeout", "closeOnBackpressureLimit", "sendPings", "publishToSelf", "perMessageDeflate"]) for (const [name, value] of values) await attempt(`${option} ${name}`, () => start({ message, [option]: value }));
for (const side of ["compress", "decompress"]) for (const [name, value] of [...values, ...["disable", "shared", "dedicated", "3KB", "4KB", "8KB", "16KB", "32KB", "64KB", "128KB", "256KB", "512KB", "1KB", "Shared", ""].map((one) => [JSON.stringify(one), one])] as [string, unknown][]) await attempt(`${side} ${name}`, () => start({ message, perMessageDeflate: { [side]: value } }));
await attempt("unknown option", () => start({ message, unknown: 1 }));
await attempt("getter throws", () => start({ message, get idleTimeout() { throw new Error("getter"); } }));
const order: string[] = [];
await attempt("order", () => start(new Proxy({ message } as any, { get(target, name) { order.push(String(name)); return target[name]; } })));
console.log(order.join(" "));
