// @covers Bun.randomUUIDv7
// @covers Bun.randomUUIDv5
import { attempt, print } from "./_print.ts";

const v7 = Bun.randomUUIDv7 as (...parameters: unknown[]) => string | Buffer;
print("shape", /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(Bun.randomUUIDv7()));
const many = Array.from({ length: 500 }, () => Bun.randomUUIDv7());
print("sorted", many.every((uuid, index) => index === 0 || uuid > (many[index - 1] ?? "")));
for (const encoding of ["hex", "base64", "base64url", "buffer"]) print(encoding, v7(encoding).length);
for (const time of [0, 1700000000000, new Date(1e12)]) print(`time ${Number(time)}`, [String(v7("hex", time)).slice(0, 13).replace("-", "_"), String(v7(time)).slice(0, 13).replace("-", "_")]);
for (const parameters of [["x"], ["hex", -1], ["hex", "x"], [null]]) await attempt(JSON.stringify(parameters), () => v7(...parameters));
const v5 = Bun.randomUUIDv5 as (...parameters: unknown[]) => string | Buffer;
for (const parameters of [["www.example.com", "dns"], ["a", "url", "base64"], ["a", "x500", "buffer"], ["a", "oid", "base64url"], ["a", "6ba7b810-9dad-11d1-80b4-00c04fd430c8", "base64"], ["a", "bad"], [], ["a"]]) await attempt(JSON.stringify(parameters), () => (parameters[2] === undefined ? String(v5(...parameters)).replaceAll("-", "_") : v5(...parameters)));
