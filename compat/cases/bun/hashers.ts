// @covers Bun.MD5
// @covers Bun.SHA1
// @covers Bun.SHA256
// @covers Bun.sha
import { attempt, print } from "./_print.ts";

for (const name of ["MD5", "SHA1", "SHA224", "SHA256", "SHA384", "SHA512", "SHA512_256"] as const) {
  const Hasher = Bun[name];
  const hasher = new Hasher();
  hasher.update("abc");
  print(name, [Hasher.name, Hasher.byteLength, hasher.byteLength, hasher.digest("hex"), Hasher.hash("abc", "base64"), Hasher.hash("abc")]);
}
const spent = new Bun.SHA1().update("a");
spent.digest();
await attempt("again", () => spent.digest("hex"));
await attempt("update", () => spent.update("a"));
print("sha", [Bun.sha("abc", "hex"), Bun.sha("abc")]);
await attempt("sha of nothing", () => (Bun.sha as () => unknown)());
