// @covers TLSOptions.serverName
// @env BUNSHIM_WIRE=
import { certificate } from "../tls/_tls.ts";
import { namesOf } from "./_names.ts";

const [own, one, two] = [certificate(""), certificate("1"), certificate("2")];
await namesOf(
  "wildcards",
  [own, { ...one, serverName: "*.a.test" }, { ...two, serverName: "*.b.test" }],
  ["x.a.test", "x.b.test", "X.B.test", "x.y.b.test", "b.test", "a.test", "*.a.test"],
);
