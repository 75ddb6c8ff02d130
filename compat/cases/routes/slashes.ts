// @covers Serve.Options.routes
import { ask, named } from "./_routes.ts";

await ask(
  "slashes",
  {
    "/a//b": named("a//b"),
    "/a/:x/b": named("axb"),
    "/a/*": named("a*"),
    "/c/": named("c/"),
    "/c": named("c"),
    "/d/:x/": named("d/x/"),
  },
  ["/a//b", "/a///b", "/a/", "/c", "/c/", "/c//", "/d/1", "/d/1/", "/d//"],
);
