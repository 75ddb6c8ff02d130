// @covers Serve.HostnamePortServeOptions.tls
// @env BUNSHIM_WIRE=
import { certificate, handshake, serveTls } from "./_tls.ts";

const options: object[] = [
  { ecdhCurve: "P-256" },
  { ecdhCurve: "X25519:P-256" },
  { ecdhCurve: "nope" },
  { ecdhCurve: "P-256:nope" },
  { ecdhCurve: "" },
  { ecdhCurve: 5 },
  { ecdhCurve: null },
  { sigalgs: "RSA-PSS+SHA256" },
  { sigalgs: "RSA+SHA256:ECDSA+SHA256" },
  { sigalgs: "nope" },
  { sigalgs: "" },
  { sigalgs: {} },
  { sigalgs: null },
  { allowPartialTrustChain: true },
  { allowPartialTrustChain: 1 },
  { ALPNProtocols: "h2" },
  { ALPNProtocols: new Uint8Array([2, 104, 50]) },
  { ALPNProtocols: new ArrayBuffer(3) },
  { ALPNProtocols: ["h2"] },
  { ALPNProtocols: 5 },
  { ALPNProtocols: null },
];
for (const one of options) {
  const shown = `${Object.keys(one)} ${Object.values(one).map((value) => `${typeof value} ${String(value)}`)}`;
  await serveTls(shown, { tls: { ...certificate(""), ...one } }, (port) => handshake(port));
}
const p256 = { ...certificate(""), ecdhCurve: "P-256" };
await serveTls("one group only", { tls: p256 }, async (port) =>
  [
    await handshake(port, undefined, { ecdhCurve: "P-256" }),
    await handshake(port, undefined, { ecdhCurve: "X25519" }),
  ].join(", "),
);
