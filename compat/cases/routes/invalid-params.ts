// @covers Serve.Options.routes
import { attempt } from "../../client.ts";

const fetch = () => new Response("x");
const serve = (routes: any) => {
  Bun.serve({ port: 0, routes, fetch }).stop(true);
  return "accepted";
};
for (const path of [
  "/:a/b/:a",
  "/:a/*",
  "/:1a",
  "/x:1a",
  "/:",
  "/:a/:",
  `/:${"a".repeat(300)}`,
  "/é",
  "/:é",
  "a",
  "",
  "*",
  "/a b",
  "/a?b",
  "/a#b",
  "//",
  "/\n",
  "/:a:b",
  "/*/*",
  "/a/*/:b",
])
  await attempt(JSON.stringify(path), () => serve({ [path]: fetch }));
await attempt("symbols", () => serve({ "/": fetch, [Symbol("x")]: 5 }));
await attempt("array", () => serve([fetch]));
await attempt("inherited", () => serve(Object.create({ "/": fetch })));
await attempt("map", () => serve(new Map([["/", fetch]])));
await attempt("getter", () =>
  serve({
    get "/"() {
      throw new Error("boo");
    },
  }),
);
for (const [name, value] of [
  ["file", Bun.file("/etc/hostname")],
  ["slice", Bun.file("/etc/hostname").slice(0, 2)],
  ["file below a method", { GET: Bun.file("/etc/hostname") }],
  ["text", "<html>"],
  ["a text and a function", { GET: "x", POST: fetch }],
  ["async generator", async function* () {}],
] as const)
  await attempt(name, () => serve({ "/": value }));
