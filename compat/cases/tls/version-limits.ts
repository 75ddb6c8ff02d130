// @covers Serve.HostnamePortServeOptions.tls
// @env BUNSHIM_WIRE=
import { certificate, handshake, serveTls } from "./_tls.ts";

for (const limits of [
  { minVersion: 0x0304 },
  { maxVersion: 0x0303 },
  { minVersion: 0x0303, maxVersion: 0x0303 },
  { minVersion: 0x0304, maxVersion: 0x0303 },
  { minVersion: 0, maxVersion: 0 },
  { minVersion: 7 },
]) {
  await serveTls(JSON.stringify(limits), { tls: { ...certificate(""), ...limits } }, async (port) =>
    [
      await handshake(port, undefined, { maxVersion: "TLSv1.2" }),
      await handshake(port, undefined, { minVersion: "TLSv1.3" }),
      await handshake(port),
    ].join(", "),
  );
}
