// @covers TLSOptions.serverName
// @env BUNSHIM_WIRE=
import { certificate, serveTls } from "../tls/_tls.ts";

const [one, two] = [certificate("1"), certificate("2")];
await serveTls("second without name", { tls: [one, two] });
await serveTls("second with empty name", { tls: [one, { ...two, serverName: "" }] });
await serveTls("second is garbage", { tls: [one, { key: "garbage", cert: two.cert, serverName: "b" }] });
await serveTls("second does not match", { tls: [one, { key: one.key, cert: two.cert, serverName: "b" }] });
await serveTls("second is empty", { tls: [{ ...one, serverName: "a" }, {}] });
await serveTls("second is a number", { tls: [one, 5] });
await serveTls("no entries", { tls: [] });
