// @covers Bun.CryptoHasher
import { attempt, print } from "./_print.ts";

const algorithms = ["blake2b512", "blake2s256", "md5", "ripemd160", "sha1", "sha224", "sha256", "sha384", "sha512", "sha512-224", "sha512-256", "sha3-224", "sha3-256", "sha3-384", "sha3-512", "shake128", "shake256"] as const;
for (const algorithm of algorithms) {
  const hasher = new Bun.CryptoHasher(algorithm).update("abc");
  print(algorithm, [Bun.CryptoHasher.algorithms.includes(algorithm), hasher.algorithm, hasher.byteLength, hasher.digest("hex")]);
}
for (const name of ["SHA256", "sha-256", "RIPEMD160", "SHA-512/256", "nope", "rsa-sha256", 1, undefined, null]) await attempt(`name ${String(name)}`, () => new Bun.CryptoHasher(name as "sha256").update("x").digest("hex"));
const hasher = () => new Bun.CryptoHasher("sha256");
print("bytes", hasher().update("a").digest());
for (const encoding of ["base64", "base64url", "hex", "latin1"] as const) print(encoding, hasher().update("a").digest(encoding));
await attempt("encoding", () => hasher().update("a").digest("nope" as "hex"));
print("into", [...hasher().update("a").digest(new Uint8Array(64))].slice(0, 34));
await attempt("into too little", () => hasher().update("a").digest(new Uint8Array(32)));
for (const input of ["é", new Uint8Array([1]), new ArrayBuffer(1), new Uint16Array([1]), 1, null, undefined, {}, ["a"]]) await attempt(`input ${String(input)}`, () => hasher().update(input as string).digest("hex"));
print("encoded input", hasher().update("ff", "hex").digest("hex"));
const again = hasher().update("a");
print("starts anew", [again.digest("hex") === again.update("a").digest("hex")]);
const one = hasher().update("a");
const two = one.copy();
one.update("b");
print("copy", [one.digest("hex"), two.digest("hex")]);
const keyed = () => new Bun.CryptoHasher("sha256", "key").update("a");
print("HMAC", [keyed().digest("hex"), keyed().copy().digest("hex"), keyed().byteLength]);
const spent = keyed();
spent.digest();
await attempt("spent HMAC", () => spent.digest("hex"));
await attempt("spent HMAC", () => spent.update("a"));
await attempt("key", () => new Bun.CryptoHasher("sha256", 1 as never));
print("at once", [Bun.CryptoHasher.hash("md5", "a", "hex"), Bun.CryptoHasher.hash("md5", "a"), Bun.CryptoHasher.hash("md5", "a", new Uint8Array(16))]);
await attempt("at once, unknown", () => Bun.CryptoHasher.hash("nope" as "md5", "a"));
await attempt("at once, nothing", () => (Bun.CryptoHasher.hash as (name: string) => unknown)("md5"));
