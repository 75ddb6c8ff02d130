// @covers TLSOptions.serverName
// @env BUNSHIM_WIRE=
import { certificate } from "../tls/_tls.ts";
import { namesOf } from "./_names.ts";

const [own, one, two] = [certificate(""), certificate("1"), certificate("2")];
await namesOf("star", [own, { ...one, serverName: "*" }], ["a", "b.test"]);
await namesOf("middle", [own, { ...one, serverName: "a.*.test" }], ["a.b.test", "a.b.c.test", "b.test"]);
