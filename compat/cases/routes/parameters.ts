// @covers Serve.Options.routes
import { ask, named } from "./_routes.ts";

await ask("rootparam", { "/:x": named("x") }, ["/", "/a", "/a/", "//", "/a//"]);
await ask(
  "colonmid",
  { "/a:b": named("a:b"), "/c/x:y": named("cxy"), "/d/:x:y": named("dxy"), "/e/:x*": named("ex*") },
  ["/a:b", "/azz", "/c/x:y", "/c/xz", "/d/1", "/d/1:2", "/e/1"],
);
await ask("longp", { "/x/:id": named("x") }, ["/x/" + "a".repeat(3000)]);
await ask(
  "params20",
  {
    ["/" + Array.from({ length: 70 }, (_, i) => ":p" + i).join("/")]: (r: any) =>
      new Response(Object.keys(r.params).length + ""),
  },
  ["/" + Array.from({ length: 70 }, (_, i) => i).join("/")],
);
await ask("deep", { ["/" + ":a/".repeat(1).slice(0, -1) + "/b".repeat(60)]: named("deep") }, [
  "/q" + "/b".repeat(60),
  "/q" + "/b".repeat(59),
]);
await ask(
  "fetchparams",
  { "/x": named("x") },
  ["/y"],
  (r: any) => new Response(String(r.params) + ("params" in r)),
);
