// @covers Serve.HostnamePortServeOptions.tls
import { certificate, serveTls } from "./_tls.ts";

const { key, cert } = certificate("");
await serveTls("only key", { tls: { key } });
await serveTls("only cert", { tls: { cert } });
await serveTls("only ca", { tls: { ca: cert } });
await serveTls("only serverName", { tls: { serverName: "a.test" } });
await serveTls("only serverName, beside port", { serverName: "a.test" });
await serveTls("nothing", { tls: {} });
await serveTls("undefined", { tls: { key: undefined, cert: undefined } });
await serveTls("null", { tls: { key: null, cert: null } });
await serveTls("empty arrays", { tls: { key: [], cert: [] } });
await serveTls("empty strings", { tls: { key: "", cert: "" } });
await serveTls("unknown members", { tls: { pfx: "x" } });
for (const tls of [null, undefined, false, 0, "", [], true, 5, "x"])
  await serveTls(JSON.stringify(tls) ?? "undefined", { tls });
