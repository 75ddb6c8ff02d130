// @covers Bun.gzipSync
// @covers Bun.gunzipSync
// @covers Bun.deflateSync
// @covers Bun.inflateSync
import { deflateSync } from "node:zlib";
import { attempt, print } from "./_print.ts";

const data = Buffer.from("hello ".repeat(2000));
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString();
print("gzip", [Bun.gzipSync(data).constructor.name, Bun.gzipSync(data).length < 200, text(Bun.gunzipSync(Bun.gzipSync(data))) === String(data)]);
print("deflate", [Bun.deflateSync(data).constructor.name, text(Bun.inflateSync(Bun.deflateSync(data))) === String(data)]);
print("zlib", text(Bun.inflateSync(deflateSync(data), { windowBits: 15 })) === String(data));
for (const level of [-1, 0, 1, 9]) print(`level ${level}`, text(Bun.gunzipSync(Bun.gzipSync(data, { level: level as 1 }))) === String(data));
await attempt("level 22", () => Bun.gzipSync(data, { level: 22 as 1 }));
await attempt("library", () => Bun.gzipSync(data, { library: "other" as "zlib" }));
for (const [name, input] of [["text", "text"], ["buffer", new ArrayBuffer(3)], ["16 bits", new Uint16Array(2)]] as [string, Uint8Array<ArrayBuffer>][]) print(name, Bun.gunzipSync(Bun.gzipSync(input)));
for (const input of [1, null, undefined, {}, []]) await attempt(`gzip ${JSON.stringify(input)}`, () => Bun.gzipSync(input as never));
await attempt("no gzip", () => Bun.gunzipSync(Buffer.from("xxxx")));
await attempt("no deflate", () => Bun.inflateSync(Buffer.from("xxxx")));
await attempt("nothing", () => Bun.gunzipSync(new Uint8Array(0)));
await attempt("cut off", () => Bun.gunzipSync(Bun.gzipSync(data).subarray(0, 20)));
