// @covers Serve.Options.routes
import { ask, named } from "./_routes.ts";

await ask(
  "basic",
  {
    "/": named("root"),
    "/a": named("a"),
    "/a/b": named("ab"),
    "/u/:id": named("uid"),
    "/u/me": named("me"),
    "/u/*": named("u*"),
    "/x/*": named("x*"),
  },
  [
    "/",
    "/a",
    "/a/",
    "/a/b",
    "/a?x=1",
    "/u/5",
    "/u/me",
    "/u/",
    "/u",
    "/u/5/6",
    "/x",
    "/x/",
    "/x/y/z",
    "//",
    "//a",
    "/A",
    "/./a",
    "/u/../a",
    "/u/:id",
    "/u/*",
    "/a%2Fb",
    "/%61",
  ],
);
await ask(
  "backtracking",
  {
    "/a/:x/c": named("axc"),
    "/a/b/*": named("ab*"),
    "/a/b/d": named("abd"),
    "/:y/z": named("yz"),
    "/*": named("*"),
  },
  ["/a/b/c", "/a/b/d", "/a/q/c", "/a/q/d", "/a/z", "/q/z", "/a/b", "/", "/a", "/a/b/", "/q/z/"],
);
await ask("parameters", { "/:a/x": named("ax"), "/p/:b": named("pb"), "/:a/:b": named("ab") }, [
  "/p/x",
  "/q/x",
  "/p/y",
  "/q/y",
]);
await ask(
  "documents",
  {
    "/api/users/me": named("current"),
    "/api/users/:id": named("user"),
    "/api/*": named("api"),
    "/*": named("global"),
  },
  ["/api/users/me", "/api/users/7", "/api/users", "/api/", "/api", "/z"],
);
await ask(
  "three ways",
  {
    "/a/b/c": named("exact"),
    "/a/:p/c": named("one"),
    "/a/:p/:q": named("two"),
    "/a/*": named("wild"),
    "/:o/b/c": named("first"),
  },
  ["/a/b/c", "/a/x/c", "/a/b/x", "/a/b", "/z/b/c", "/a/b/c/d"],
);
await ask(
  "long",
  Object.fromEntries(
    [..."abcdefghijklmnopqrstuvwxyz"].map((c) => [
      `/${Array.from({ length: 8 }, (_, i) => `:${c}${i}`).join("/")}/${c}`,
      named(c),
    ]),
  ),
  ["/1/2/3/4/5/6/7/8/m", "/1/2/3/4/5/6/7/8/nope"],
);
