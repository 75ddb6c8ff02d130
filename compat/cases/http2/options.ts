// @covers Serve.HostnamePortServeOptions.http2
// @env BUNSHIM_WIRE=
import { attempt } from "../../client.ts";
import { certificate } from "../tls/_tls.ts";

const serve = (options: object) => () => {
  const server = Bun.serve({ port: 0, fetch: () => new Response("x"), ...options } as any);
  void server.stop(true);
  return server.protocol;
};
for (const http1 of [undefined, true, false, 0, null, 5])
  for (const http2 of [undefined, true, false, null, "x"])
    await attempt(`http1 ${http1} http2 ${http2}`, serve({ http1, http2 }));
await attempt("http3 without tls", serve({ http3: true }));
await attempt("with tls", serve({ http2: true, tls: certificate("") }));
process.exit(0);
