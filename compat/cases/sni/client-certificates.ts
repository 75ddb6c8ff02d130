// @covers TLSOptions.requestCert, TLSOptions.rejectUnauthorized, TLSOptions.serverName
// @env BUNSHIM_WIRE=
// Each name has its own rule for client certificates; what the first entry demands, it demands under all names.
import { askTls, certificate } from "../tls/_tls.ts";

const own = certificate("");
const known = certificate("1");
const stranger = certificate("2");
const strict = { ca: known.cert, requestCert: true, rejectUnauthorized: true };
const lenient = { ...strict, rejectUnauthorized: false };
const named = { ...own, serverName: "b.test" };
const programs: [string, object[]][] = [
  ["first", [{ ...own, ...strict }, named]],
  ["second", [own, { ...named, ...strict }]],
  ["second, not rejecting", [own, { ...named, ...lenient }]],
  ["second without authorities", [{ ...own, ...strict }, { ...named, requestCert: true }]],
  ["both", [{ ...own, ...strict }, { ...named, ...strict }]],
  ["first lenient, second strict", [{ ...own, ...lenient }, { ...named, ...strict }]],
  ["first strict, second lenient", [{ ...own, ...strict }, { ...named, ...lenient }]],
  ["first only rejects", [{ ...own, ca: known.cert, rejectUnauthorized: true }, { ...named, ...lenient }]],
  ["pattern", [own, { ...named, serverName: "*.test", ...strict }]],
  ["one with a name", [{ ...named, ...strict }]],
];
for (const [name, tls] of programs) {
  const server = Bun.serve({ port: 0, tls, fetch: () => new Response("served") } as any);
  for (const servername of [undefined, "a.test", "b.test"]) {
    const asked = [{}, known, stranger].map((client) => {
      const options = { ...client, ...(servername !== undefined && { servername }) };
      return askTls(server.port ?? 0, "/", options);
    });
    console.log(name, servername, (await Promise.all(asked)).map((reply) => reply.includes("200")).join());
  }
  await server.stop(true);
}
process.exit(0);
