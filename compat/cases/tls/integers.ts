// @covers Serve.HostnamePortServeOptions.tls
// @env BUNSHIM_WIRE=
import { certificate, serveTls } from "./_tls.ts";

const values = [-1, 1.5, Number.NaN, Infinity, 2 ** 31, 2 ** 32 - 1, 2 ** 32, 1e20, null, "1", true, {}, [], 5n, -5n];
const names = [
  "secureOptions",
  "minVersion",
  "maxVersion",
  "sessionTimeout",
  "clientRenegotiationLimit",
  "clientRenegotiationWindow",
];
for (const name of names)
  for (const value of [...values, undefined]) {
    const shown = `${name} ${typeof value} ${String(value)}`;
    // What is taken is not tried out: bits of any kind may forbid every handshake.
    await serveTls(shown, { tls: { ...certificate(""), [name]: value } }, async () => "taken");
  }
