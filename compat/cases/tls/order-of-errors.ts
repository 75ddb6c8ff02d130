// @covers Serve.HostnamePortServeOptions.tls
import { certificate, serveTls } from "./_tls.ts";

const { cert } = certificate("");
await serveTls("port", { port: 70_000, tls: { key: 5, cert } });
await serveTls("idleTimeout", { idleTimeout: "x", tls: { key: 5, cert } });
await serveTls("handler", { fetch: undefined, tls: { key: 5, cert } });
await serveTls("unix and hostname", { unix: "x", hostname: "y", tls: { key: 5, cert } });
await serveTls("type before http1", { http1: false, tls: { key: 5, cert } });
await serveTls("http1 before content", { http1: false, tls: { key: "garbage", cert } });
