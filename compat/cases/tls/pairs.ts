// @covers TLSOptions.key, TLSOptions.cert
import { certificate, handshake, serveTls } from "./_tls.ts";

const [one, two] = [certificate("1"), certificate("2")];
const whose = (port: number) => handshake(port, "x");
await serveTls("two pairs", { tls: { key: [one.key, two.key], cert: [one.cert, two.cert] } }, whose);
await serveTls("keys the other way", { tls: { key: [one.key, two.key], cert: [two.cert, one.cert] } }, whose);
await serveTls("two keys", { tls: { key: [one.key, two.key], cert: two.cert } }, whose);
await serveTls("two keys, the first fits", { tls: { key: [one.key, two.key], cert: one.cert } }, whose);
await serveTls(
  "the last certificate has no key",
  { tls: { key: one.key, cert: [one.cert, two.cert] } },
  whose,
);
