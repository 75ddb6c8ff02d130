// @covers TLSOptions.serverName
// @env BUNSHIM_WIRE=
import { certificate } from "../tls/_tls.ts";
import { namesOf } from "./_names.ts";

const [own, one, two] = [certificate(""), certificate("1"), certificate("2")];
const names = ["a.test", "b.test", "c.d"];
await namesOf(
  "wildcard first",
  [own, { ...one, serverName: "*.test" }, { ...two, serverName: "b.test" }],
  names,
);
await namesOf("name first", [own, { ...two, serverName: "b.test" }, { ...one, serverName: "*.test" }], names);
