// @covers TLSOptions.serverName
// @env BUNSHIM_WIRE=
import { certificate } from "../tls/_tls.ts";
import { namesOf } from "./_names.ts";

const [own, one, two] = [certificate(""), certificate("1"), certificate("2")];
await namesOf(
  "names",
  [
    { ...one, serverName: "a.test" },
    { ...two, serverName: "b.test" },
  ],
  ["a.test", "b.test", "c.test", undefined, "x.a.test", "test"],
);
