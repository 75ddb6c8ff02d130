// @covers Bun.hash
import { attempt } from "../../client.ts";

const hash: any = Bun.hash;
const names = ["wyhash", "crc32", "adler32", "xxHash32", "xxHash64", "murmur32v2", "murmur32v3", "murmur64v2"];
const t = (name: string, work: () => unknown) => attempt(name, () => String(work()));
for (const length of [...Array(70).keys(), 95, 96, 97, 127, 128, 129, 255, 1000, 5000, 100_000]) {
  const bytes = new Uint8Array(length).map((_, i) => (i * 131 + length * 7) & 255);
  console.log(length, String(hash(bytes)), names.map((name) => String(hash[name](bytes))).join(" "), names.map((name) => String(hash[name](bytes, 12345))).join(" "));
}
for (const [name, data] of Object.entries({
  text: "hello", empty: "", number: 5, null: null, undefined: undefined, object: {}, array: [1, 2], true: true, words: new Uint16Array([1, 2]), buffer: new ArrayBuffer(3), view: new DataView(new ArrayBuffer(2)), boxed: new String("hello"), symbol: Symbol("s"), bigint: 1n,
  date: new Date(0).toISOString(), "lone surrogate": "\ud800", unicode: "\u00e9\u{1f600}", file: Bun.file("/etc/passwd"), shared: new SharedArrayBuffer(2), part: Buffer.from("xhellox").subarray(1, 6),
})) {
  await t(name, () => hash(data));
  for (const member of names) await t(`${member} ${name}`, () => hash[member](data));
}
for (const seed of [0, 1, -1, 1.5, 2 ** 31, 2 ** 32, 2 ** 53, 2 ** 70, Number.NaN, Infinity, 0n, 1n, -1n, 2n ** 64n, 2n ** 70n, "5", null, undefined, {}, true, Symbol("s")] as any[]) {
  for (const member of names) await t(`${member} ${typeof seed} ${String(seed)}`, () => hash[member]("hello", seed));
}
console.log(typeof hash("x"), typeof hash.crc32("x"), hash.crc32("lo", hash.crc32("hel")) === hash.crc32("hello"), hash.name, hash.length, hash.crc32.name, hash.crc32.length);
