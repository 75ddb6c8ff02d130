// @covers Bun.password
// Hashes hold a random salt: their form is compared, and that each runtime reads those of Bun.
import { attempt } from "../../client.ts";

const P: any = Bun.password;
const shape = (value: any) => (typeof value === "string" ? `${value.replace(/(\$argon2\w+\$[^$]*\$[^$]*\$|\$2b\$..\$).*/, "$1…")} ${value.length}` : value);
const t = (name: string, work: () => unknown) => attempt(name, async () => shape(await work()));
const algos: [string, any][] = [["undef", undefined], ["null", null], ["argon2id", "argon2id"], ["argon2d", "argon2d"], ["argon2i", "argon2i"], ["bcrypt", "bcrypt"], ["x", "x"], ["", ""], ["5", 5], ["{}", {}], ["obj id", { algorithm: "argon2id", memoryCost: 8, timeCost: 1 }], ["obj nomem", { algorithm: "argon2id", timeCost: 1, memoryCost: 64 }], ["mem 1", { algorithm: "argon2id", memoryCost: 1, timeCost: 1 }], ["mem 7", { algorithm: "argon2id", memoryCost: 7, timeCost: 1 }], ["mem 0", { algorithm: "argon2id", memoryCost: 0 }], ["mem -1", { algorithm: "argon2id", memoryCost: -1 }], ["mem 1.5", { algorithm: "argon2id", memoryCost: 8.5, timeCost: 1 }], ["mem str", { algorithm: "argon2id", memoryCost: "8" }], ["mem NaN", { algorithm: "argon2id", memoryCost: NaN }], ["mem big", { algorithm: "argon2id", memoryCost: 2 ** 40 }], ["time 0", { algorithm: "argon2id", timeCost: 0, memoryCost: 8 }], ["time -1", { algorithm: "argon2id", timeCost: -1 }], ["time str", { algorithm: "argon2id", timeCost: "1" }], ["time 1.5", { algorithm: "argon2id", timeCost: 1.5, memoryCost: 8 }], ["bcrypt 4", { algorithm: "bcrypt", cost: 4 }], ["bcrypt 3", { algorithm: "bcrypt", cost: 3 }], ["bcrypt 31.5", { algorithm: "bcrypt", cost: 4.5 }], ["bcrypt 32", { algorithm: "bcrypt", cost: 32 }], ["bcrypt str", { algorithm: "bcrypt", cost: "4" }], ["bcrypt NaN", { algorithm: "bcrypt", cost: NaN }], ["bcrypt null", { algorithm: "bcrypt", cost: null }], ["bcrypt -1", { algorithm: "bcrypt", cost: -1 }], ["alg 5", { algorithm: 5 }], ["alg x", { algorithm: "x" }], ["alg undef", { algorithm: undefined }], ["UP", "ARGON2ID"], ["id other", { algorithm: "argon2i", memoryCost: 8, timeCost: 1, cost: 5 }]];
for (const [n, a] of algos) { await t("hash " + n, () => P.hash("pw", a)); await t("hashSync " + n, () => P.hashSync("pw", a)); }
const pws: [string, any][] = [["empty", ""], ["u8", new Uint8Array([1])], ["u8e", new Uint8Array(0)], ["ab", new ArrayBuffer(2)], ["5", 5], ["null", null], ["undef", undefined], ["obj", {}], ["arr", []], ["buf", Buffer.from("x")], ["Str", new String("x")], ["long", "x".repeat(100)], ["nul", "a\0b"], ["u16", new Uint16Array([1])], ["sym", Symbol("s")], ["true", true]];
const cheap = { algorithm: "argon2id", memoryCost: 8, timeCost: 1 }, bc = { algorithm: "bcrypt", cost: 4 };
for (const [n, p] of pws) { await t("pw " + n, () => P.hash(p, cheap)); await t("pwS " + n, () => P.hashSync(p, cheap)); await t("pwB " + n, () => P.hashSync(p, bc)); await t("ver " + n, () => P.verify(p, "$argon2id$v=19$m=8,t=1,p=1$MTIzNDU2Nzg$qqqq")); await t("verS " + n, () => P.verifySync(p, "x")); }
await t("none", () => P.hash()); await t("noneS", () => P.hashSync()); await t("vnone", () => P.verify()); await t("v1", () => P.verify("x")); await t("v1S", () => P.verifySync("x"));
const known: Record<string, string> = {
  argon2id: "$argon2id$v=19$m=8,t=1,p=1$SEflM5SwA3lGLsaMCXSZ8P+qS4Q72kG1aAwdPZZ09qo$mTpqIXoTbiHVw6nqkIR/cd+VLXk+5q/FnIXKYZsAh1E",
  argon2i: "$argon2i$v=19$m=8,t=1,p=1$+gOScrp6YMA59DXdSz6NTPAKu0jd/WKUAucZva8E+TU$VZFzb9FAG35FprO82LRpWy3Syhq4d7fEAOMWaD7O6co",
  argon2d: "$argon2d$v=19$m=8,t=1,p=1$WLF9TXIqIq6IUIk9ODwChdt8JXjSsTO11E26u4A2lf4$H4eMH5xZMvBh709cW+cyiYEnuADwTiTGYqrv8Ep1vdM",
  bcrypt: "$2b$04$hwbfxZJnCWcKEVJ6fqKi3eqoMB7lisJfjeZ8NXPO2seTw7WuHegHa",
  long: "$2b$04$RG19AM7JEWkrgXEbZzcHfu.AIka/I6/FKBwlAU0Fc.ziJMGP5HBCa"
};
const { argon2id = "", bcrypt = "" } = known;
const hashes: Record<string, any> = {
  ...known,
  "2a": bcrypt.replace("$2b", "$2a"), "2y": bcrypt.replace("$2b", "$2y"), "2x": bcrypt.replace("$2b", "$2x"), empty: "", text: "x", cut: argon2id.slice(0, -3), "cut bcrypt": bcrypt.slice(0, -3), bytes: Buffer.from(argon2id), number: 5, null: null,
  "version 16": argon2id.replace("v=19", "v=16"), "no version": argon2id.replace("v=19$", ""), "two threads": argon2id.replace("p=1", "p=2"), "no parts": "$argon2id$", "no such": argon2id.replace("argon2id", "argon2x"), "2b alone": "$2b$", padded: `${argon2id}=`, space: ` ${argon2id}`, crypt: "$6$salt$hash",
};
for (const [name, hash] of Object.entries(hashes)) {
  await t(`verify ${name}`, () => P.verify("pw", hash));
  await t(`at once ${name}`, () => P.verifySync("pw", hash));
  await t(`another password ${name}`, () => P.verify("no", hash));
  for (const algorithm of ["argon2id", "bcrypt", "argon2d", "x", null, 5, {}] as any[]) await t(`${name} as ${String(algorithm)}`, () => P.verify("pw", hash, algorithm));
}
for (const length of [72, 99, 100, 101]) await t(`${length} characters`, () => P.verify("x".repeat(length), known["long"]));
for (const algorithm of ["argon2id", "argon2i", "argon2d", "bcrypt"]) {
  const hash = await P.hash("there and back", { algorithm, cost: 4, memoryCost: 64, timeCost: 1 });
  await t(`${algorithm} there and back`, async () => [await P.verify("there and back", hash), P.verifySync("there and back", hash), await P.verify("elsewhere", hash)]);
}
