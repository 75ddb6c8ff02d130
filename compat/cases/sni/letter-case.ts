// @covers TLSOptions.serverName
// @env BUNSHIM_WIRE=
import { certificate } from "../tls/_tls.ts";
import { namesOf } from "./_names.ts";

const [own, one, two] = [certificate(""), certificate("1"), certificate("2")];
await namesOf(
  "case",
  [own, { ...one, serverName: "A.Test" }, { ...two, serverName: "b.test" }],
  ["a.test", "A.TEST", "B.Test", "b.test", "C.test"],
);
