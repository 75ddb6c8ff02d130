// @covers ServerWebSocket.send, ServerWebSocket.sendText, ServerWebSocket.sendBinary, ServerWebSocket.ping
// send values of each kind with offsets, returns

import { attempt } from "../../client.ts";
import { pair } from "./_pair.ts";

const { server, client, ws } = await pair();
const buf = new Uint8Array([1,2,3,4,5,6,7,8]);
const tries: [string, any][] = [
 ["u8 sub", buf.subarray(2,5)], ["u16", new Uint16Array(buf.buffer, 2, 2)], ["f64", new Float64Array(1)], ["dv", new DataView(buf.buffer, 1, 3)], ["dv empty", new DataView(buf.buffer, 8)],
 ["ab", buf.buffer.slice(0,3)], ["sab", new SharedArrayBuffer(3)], ["sab view", new Uint8Array(new SharedArrayBuffer(4), 1, 2)], ["blob", new Blob(["ab", new Uint8Array([1])])], ["blob slice", new Blob(["abcdef"]).slice(1,3)], ["empty blob", new Blob([])],
 ["big64", new BigInt64Array([1n])], ["number", 12], ["nan", NaN], ["bool", true], ["bigint", 10n], ["obj", { a: 1 }], ["arr", [1,2]], ["date", new Date(0)], ["fn", () => 1], ["String", new String("x")], ["toString", { toString: () => "ts" }], ["empty", ""], ["nul", "\0"], ["emoji", "😀"], ["lone", "a\ud800b"], ["lone end", "\udc00"], ["u8c", new Uint8ClampedArray([300, -1])], ["file", new File(["ff"], "n")], ["url", new URL("http://a/b")], ["sym", Symbol("s")], ["undef", undefined], ["null", null], ["throws", { toString() { throw new Error("mine"); } }], ["resizable", new ArrayBuffer(2, { maxByteLength: 10 } as any)],
 ["node buffer", Buffer.from("hé")], ["response", new Response("x")], ["map", new Map()], ["err", new Error("e")], ["regex", /a/g], ["f16", new Float32Array([1.5])],
];
for (const [n, v] of tries) for (const m of ["send", "sendText", "sendBinary", "ping", "pong"]) {
  let r; try { r = ws[m](v); } catch (e: any) { console.log(n, m, "throws", e.name, e.code, e.message); continue; }
  console.log(n, m, r, m==="pong" ? "" : await client.next(300));
  if (m === "pong") await client.next(300);
}
client.end(); server.stop(true);
