// @covers TLSOptions.requestCert, TLSOptions.rejectUnauthorized, TLSOptions.ca
// @env BUNSHIM_WIRE=
import { askTls, certificate, serveTls } from "./_tls.ts";

const own = certificate("");
const client = certificate("1");
const stranger = certificate("2");
const ask = async (port: number) =>
  [await askTls(port), await askTls(port, "/", client), await askTls(port, "/", stranger)]
    .map((reply) => reply.includes("200"))
    .join();
await serveTls("requestCert", { tls: { ...own, ca: client.cert, requestCert: true } }, ask);
await serveTls(
  "rejectUnauthorized",
  { tls: { ...own, ca: client.cert, requestCert: true, rejectUnauthorized: true } },
  ask,
);
await serveTls(
  "not rejected",
  { tls: { ...own, ca: client.cert, requestCert: true, rejectUnauthorized: false } },
  ask,
);
await serveTls(
  "several authorities",
  { tls: { ...own, ca: [client.cert, stranger.cert], requestCert: true } },
  ask,
);
await serveTls("without ca", { tls: { ...own, requestCert: true } }, ask);
await serveTls("ca alone", { tls: { ...own, ca: client.cert } }, ask);
await serveTls(
  "rejectUnauthorized alone",
  { tls: { ...own, ca: client.cert, rejectUnauthorized: true } },
  ask,
);
