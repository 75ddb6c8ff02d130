// @covers Server.publish
import { attempt } from "../../client.ts";
import { pair } from "./_pair.ts";

const { server, client, ws } = await pair();
ws.subscribe("t");
ws.subscribe("5");
const values: Record<string, unknown> = { text: "text", number: 5, null: null, undefined: undefined, true: true, object: {}, array: [1, 2], bytes: new Uint8Array([1, 2, 3]).subarray(1), words: new Uint16Array([1]), view: new DataView(new ArrayBuffer(2)), buffer: new ArrayBuffer(3), shared: new SharedArrayBuffer(1), blob: new Blob(["blob"]), empty: "", "empty bytes": new Uint8Array(0) };
for (const [name, value] of Object.entries(values)) {
  await attempt(name, () => server.publish("t", value));
  ws.send("|");
  for (let next = await client.next(); next !== 'text "|"' && !next.startsWith("<"); next = await client.next()) console.log("  ", next);
}
await attempt("number topic", () => server.publish(5, "x"));
console.log(await client.next());
await attempt("no arguments", () => server.publish());
await attempt("one argument", () => server.publish("t"));
await attempt("subscriberCount(5)", () => server.subscriberCount(5));
await attempt("subscriberCount()", () => server.subscriberCount());
client.destroy();
server.stop(true);
await attempt("stopped", () => `${server.publish("t", "x")} ${server.subscriberCount("t")}`);
