// @covers Server, Serve.Options.development, Serve.Options.tls
// Servers are of four classes; the members of each take no server of another.
import { readFileSync } from "node:fs";
import { attempt } from "../../client.ts";

const pem = (name: string): string =>
  readFileSync(new URL(`../../certificates/${name}.pem`, import.meta.url), "utf8");
const tls = { key: pem("key"), cert: pem("cert") };
const start = (options: object): any => Bun.serve({ port: 0, fetch: () => new Response("x"), ...options });
const servers = [
  start({ development: true }),
  start({ development: false }),
  start({ development: true, tls }),
  start({ development: false, tls }),
];
const prototypes = servers.map((server) => Object.getPrototypeOf(server));
console.log(new Set(prototypes).size, Object.getPrototypeOf(start({}).unref()) === prototypes[0]);
for (const [i, server] of servers.entries()) {
  const prototype = prototypes[i];
  console.log(String(server), server[Symbol.toStringTag] === prototype[Symbol.toStringTag]);
  console.log(Object.keys(prototype).join());
  const other = servers[(i + 1) % servers.length];
  for (const method of ["stop", "publish", "reload", Symbol.dispose])
    await attempt(String(method).replace("nodejs.", "Symbol."), () => server[method].call(other, "a", "b"));
  await attempt("port", () => Reflect.get(prototype, "port", other));
  await attempt("development", () => prototype.development);
  const { get } = Object.getOwnPropertyDescriptor(prototype, "url") ?? {};
  console.log(get?.name, server[Symbol.dispose].name, server[Symbol.dispose].length);
}
console.log(Bun.inspect(prototypes[0]).split("\n").slice(0, 3).join(" "));
process.exit(0);
