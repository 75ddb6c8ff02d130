// @covers TLSOptions.key, TLSOptions.cert
import { certificate, certificateFile, serveTls } from "./_tls.ts";

const { key, cert } = certificate("");
const broken = (text: string) => text.replace(/\n.{20}/, "\n!!!!");
const inner = (label: string) => `-----BEGIN ${label}-----\naGVsbG8=\n-----END ${label}-----\n`;
await serveTls("key is not PEM", { tls: { key: "garbage", cert } });
await serveTls("cert is not PEM", { tls: { key, cert: "garbage" } });
await serveTls("a path as text", {
  tls: { key: certificateFile("key.pem"), cert: certificateFile("cert.pem") },
});
await serveTls("swapped", { tls: { key: cert, cert: key } });
await serveTls("key of another certificate", { tls: { key: certificate("1").key, cert } });
await serveTls("broken base64 in cert", { tls: { key, cert: broken(cert) } });
await serveTls("broken base64 in key", { tls: { key: broken(key), cert } });
await serveTls("cut cert", { tls: { key, cert: cert.slice(0, 300) } });
await serveTls("cut key", { tls: { key: key.slice(0, 200), cert } });
await serveTls("no certificate inside", { tls: { key, cert: inner("CERTIFICATE") } });
await serveTls("no key inside", { tls: { key: inner("PRIVATE KEY"), cert } });
await serveTls("missing file", { tls: { key: Bun.file("/no/such.pem"), cert } });
await serveTls("missing keyFile", { tls: { keyFile: "/no/such.pem", cert } });
await serveTls("missing caFile", { tls: { key, cert, caFile: "/no/such.pem" } });
await serveTls("caFile is not PEM", { tls: { key, cert, caFile: certificateFile("README.md") } });
await serveTls("ca is not PEM", { tls: { key, cert, ca: "garbage" } });
await serveTls("crl is not PEM", { tls: { key, cert, crl: "garbage" } });
await serveTls("missing dhParamsFile", { tls: { key, cert, dhParamsFile: "/no/such.pem" } });
await serveTls("dhParamsFile is a key", { tls: { key, cert, dhParamsFile: certificateFile("key.pem") } });
await serveTls("unknown cipher", { tls: { key, cert, ciphers: "nope" } });
