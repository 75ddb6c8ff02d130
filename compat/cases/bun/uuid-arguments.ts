// @covers Bun.randomUUIDv7
import { attempt } from "../../client.ts";

const B: any = Bun;
const times: any[] = [undefined, null, 0, 5, -1, 1.5, 2 ** 48 - 1, 2 ** 48, 1e300, Number.NaN, Infinity, "x", true, {}, [], 5n, new Date(5), new Date(Number.NaN), Symbol("s")];
const shown = (uuid: any) => {
  const text = typeof uuid === "string" ? uuid.slice(0, 13) : `bytes ${uuid.subarray(0, 6).toString("hex")}`;
  return text.replace(/^(bytes )?01[0-9a-f].*/, "now");
};
for (const time of times) {
  await attempt(`alone ${String(time)}`, () => shown(B.randomUUIDv7(time)));
  for (const encoding of ["hex", undefined, 5, "buffer", null]) await attempt(`${encoding} ${String(time)}`, () => shown(B.randomUUIDv7(encoding, time)));
}
for (const encoding of ["HEX", "Base64", "", "x", "utf8", "latin1", "base64url", null, 5, {}]) {
  await attempt(`v7 ${String(encoding)}`, () => (encoding === "utf8" ? typeof B.randomUUIDv7(encoding, 5) : B.randomUUIDv7(encoding, 5).length));
  for (const [name, namespace] of [["a", "dns"], ["a", "x"], [5, "dns"], ["a", 5], ["a", new Uint8Array(15)]]) {
    await attempt(`v5 ${String(encoding)} ${name} ${namespace}`, () => B.randomUUIDv5(name, namespace, encoding));
  }
}
