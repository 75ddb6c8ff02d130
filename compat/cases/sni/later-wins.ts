// @covers TLSOptions.serverName
// @env BUNSHIM_WIRE=
import { certificate } from "../tls/_tls.ts";
import { namesOf } from "./_names.ts";

const [own, one, two] = [certificate(""), certificate("1"), certificate("2")];
await namesOf(
  "two",
  [
    { ...one, serverName: "a.test" },
    { ...two, serverName: "a.test" },
  ],
  ["a.test", "other"],
);
await namesOf(
  "three",
  [own, { ...one, serverName: "A.test." }, { ...two, serverName: "a.test" }],
  ["a.test", "other"],
);
