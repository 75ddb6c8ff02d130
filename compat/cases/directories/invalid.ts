// @covers Serve.DirectoryRouteOptions.dir
// @covers Serve.DirectoryRouteOptions.statCache
import { attempt } from "../../client.ts";
import { tree } from "./_tree.ts";

const { root, served } = tree();
const fetch = () => new Response("x");
const serve = (routes: any, more: any = { fetch }) => {
  Bun.serve({ port: 0, routes, ...more }).stop(true);
  return "accepted";
};
process.chdir(root);
const paths = ["/a", "//*", "/a//*", "/a/:/*", "/a:b/*", "/a//:x/*", "/a/:x", "/:x/*", "/a*", "/*", "/a/*", "/a/*/b", "/a/:x/*"];
for (const path of paths) await attempt(path, () => serve({ [path]: { dir: served } }));
const directories: [string, unknown][] = [
  ["relative", "public"],
  ["missing", "nope"],
  ["a file", "secret.txt"],
  ["number", 5],
  ["empty", ""],
  ["NUL", "a\0b"],
  ["URL", new URL("file:///tmp")],
  ["bytes", Buffer.from("public")],
  ["true", true],
  ["null", null],
  ["undefined", undefined],
  ["symbol", Symbol("x")],
  ["object", {}],
];
for (const [name, dir] of directories) await attempt(name, () => serve({ "/a/*": { dir } }));
await attempt("statCache 5", () => serve({ "/a/*": { dir: served, statCache: 5 } }));
await attempt("and a method", () => serve({ "/a/*": { dir: served, GET: fetch } }));
await attempt("inherited", () => serve({ "/a/*": Object.create({ dir: served }) }));
await attempt("below a method", () => serve({ "/a/*": { GET: { dir: served } } }));
await attempt("without fetch", () => serve({ "/a/*": { dir: served } }, {}));
