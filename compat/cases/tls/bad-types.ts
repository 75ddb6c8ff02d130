// @covers TLSOptions.key, TLSOptions.passphrase, TLSOptions.lowMemoryMode, TLSOptions.secureOptions, TLSOptions.requestCert, TLSOptions.rejectUnauthorized
import { certificate, serveTls } from "./_tls.ts";

const { key, cert } = certificate("");
for (const name of ["key", "cert", "ca", "crl"])
  for (const value of [5, {}, true, [5], new Blob([key])])
    await serveTls(name, { tls: { key, cert, [name]: value } });
for (const name of [
  "passphrase",
  "serverName",
  "servername",
  "dhParamsFile",
  "ciphers",
  "keyFile",
  "certFile",
  "caFile",
])
  await serveTls(name, { tls: { key, cert, [name]: 5 } });
for (const name of ["lowMemoryMode", "requestCert", "rejectUnauthorized"])
  for (const value of ["x", 1]) await serveTls(name, { tls: { key, cert, [name]: value } });
await serveTls("secureOptions", { tls: { key, cert, secureOptions: "x" } });
await serveTls("an array of numbers", { tls: [5] });
