// @covers CSRF.generate, CSRF.verify
// Tokens against forged requests.
const show = (name: string, run: () => unknown): void => {
  try {
    console.log(name, run());
  } catch (error) {
    console.log(name, error instanceof Error ? `${error.name}: ${error.message}` : error);
  }
};
const token = Bun.CSRF.generate("secret");
show("right", () => Bun.CSRF.verify(token, { secret: "secret" }));
show("other secret", () => Bun.CSRF.verify(token, { secret: "other" }));
show("secret of the process", () => [Bun.CSRF.verify(token), Bun.CSRF.verify(Bun.CSRF.generate())]);
show("no token", () => Bun.CSRF.verify("nonsense", { secret: "secret" }));
show("changed", () => Bun.CSRF.verify(`${token.slice(0, -2)}AA`, { secret: "secret" }));
for (const encoding of ["hex", "base64", "base64url"] as const) {
  const encoded = Bun.CSRF.generate("s", { encoding });
  show(encoding, () => [encoded.length, Bun.CSRF.verify(encoded, { secret: "s", encoding })]);
}
for (const algorithm of ["sha256", "sha384", "sha512", "sha512-256", "blake2b512"] as const) {
  const signed = Bun.CSRF.generate("s", { algorithm });
  show(algorithm, () => [signed.length, Bun.CSRF.verify(signed, { secret: "s", algorithm })]);
}
show("empty secret", () => Bun.CSRF.generate(""));
show("number", () => Bun.CSRF.generate(5 as never));
show("empty token", () => Bun.CSRF.verify("", { secret: "s" }));
show("nothing", () => Bun.CSRF.verify(undefined as never));
show("algorithm", () => Bun.CSRF.generate("s", { algorithm: "md5" as never }));
show("encoding", () => Bun.CSRF.generate("s", { encoding: "x" as never }));
const short = Bun.CSRF.generate("s", { expiresIn: 10 });
const fresh = Bun.CSRF.generate("s");
await Bun.sleep(40);
show("expired", () => Bun.CSRF.verify(short, { secret: "s" }));
show("too old", () => Bun.CSRF.verify(fresh, { secret: "s", maxAge: 10 }));
