// @covers Serve.HostnamePortServeOptions.tls
// @env BUNSHIM_WIRE=
// A member that is there makes a server a TLS server, though no handshake will succeed; beside `port` as in `tls`.
import { certificate, certificateFile, serveTls } from "./_tls.ts";

const silent = async () => "no handshake";
const { cert } = certificate("");
const values: Record<string, unknown[]> = {
  ca: [cert, [], null],
  caFile: [certificateFile("cert.pem")],
  cert: [cert, null],
  ciphers: ["AES128-SHA", ""],
  passphrase: ["secret", "", null],
  serverName: ["a.test", "", null],
  rejectUnauthorized: [true, false, null],
  requestCert: [true, false, null, 1],
  lowMemoryMode: [true, false, null],
  allowPartialTrustChain: [true, false, null],
  secureOptions: [4, 0, 0n],
  minVersion: [0x303, 0],
  maxVersion: [0x304, 0],
  sessionTimeout: [5, 0],
  clientRenegotiationLimit: [3, 0],
  clientRenegotiationWindow: [3, 0],
  ecdhCurve: ["P-256", null],
  ALPNProtocols: ["http/1.1", "", null],
  unknown: [true],
};
for (const [name, list] of Object.entries(values)) {
  for (const value of list) {
    const shown = typeof value === "string" ? value.slice(-8).trim() : String(value);
    await serveTls(`${name} ${shown}`, { tls: { [name]: value } }, silent);
    await serveTls(`${name} ${shown} beside port`, { [name]: value }, silent);
    await serveTls(`${name} ${shown} in an array`, { tls: [{ [name]: value }] }, silent);
  }
}
process.exit(0);
