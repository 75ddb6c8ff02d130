// @covers TLSOptions.key, TLSOptions.cert
import { certificate, certificateFile, serveTls } from "./_tls.ts";

const { key, cert } = certificate("");
const bytes = (text: string) => new TextEncoder().encode(text);
await serveTls("strings", { tls: { key, cert } });
await serveTls("Buffer and Uint8Array", { tls: { key: Buffer.from(key), cert: bytes(cert) } });
await serveTls("ArrayBuffer and DataView", {
  tls: { key: bytes(key).buffer, cert: new DataView(bytes(cert).buffer) },
});
await serveTls("files", {
  tls: { key: Bun.file(certificateFile("key.pem")), cert: Bun.file(certificateFile("cert.pem")) },
});
await serveTls("arrays", { tls: { key: [key], cert: [Buffer.from(cert)] } });
await serveTls("paths", {
  tls: { keyFile: certificateFile("key.pem"), certFile: certificateFile("cert.pem") },
});
await serveTls("beside port", { key, cert });
await serveTls("beside port, paths", {
  keyFile: certificateFile("key.pem"),
  certFile: certificateFile("cert.pem"),
});
await serveTls("CRLF", { tls: { key: key.replaceAll("\n", "\r\n"), cert: cert.replaceAll("\n", "\r\n") } });
await serveTls("both in one text", { tls: { key: key + cert, cert: key + cert } });
await serveTls("other text around", { tls: { key: `hello\n${key}bye\n`, cert: `hello\n${cert}bye\n` } });
