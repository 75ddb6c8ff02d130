// @covers TLSOptions.serverName
// @env BUNSHIM_WIRE=
import { certificate } from "../tls/_tls.ts";
import { namesOf } from "./_names.ts";

const [own, one, two] = [certificate(""), certificate("1"), certificate("2")];
await namesOf("first", [own, { ...one, serverName: "a.test" }], ["a.test", "other", undefined]);
await namesOf("alias", [own, { ...one, servername: "a.test" }], ["a.test", "other"]);
await namesOf("both", [own, { ...one, serverName: "a.test", servername: "b.test" }], ["a.test", "b.test"]);
