// @covers Serve.Options.routes
// What scripts may be made of: TypeScript, JSX, data, assets, packages, dynamic imports; all in one file.
import { listen } from "../../client.ts";
import { page, run, site } from "./_site.ts";

site({
  "i.html": '<script src=first.js></script><script type=module src=main.tsx></script><script src="pkg"></script>',
  "first.js": 'globalThis.result = ["first"];',
  "main.tsx": `import { greet } from "./lib/greet";
import data from "./data.json";
import { v } from "./data.json";
import text from "./note.txt";
import logo from "./logo.svg";
import blob from "./some.bin";
import pkg, { named } from "pkg";
import * as folder from "./lib";
import fs from "node:fs";
import same from "./note.html" with { type: "text" };
enum Color { Red = 3 }
interface P { a: number }
const p: P = { a: 1 } satisfies P;
class A { #x = 2; static s = 1; get x() { return this.#x; } }
const element = <div id="x" {...{ y: 1 }}>text<>{p.a}</></div>;
globalThis.result.push(greet("you"), data.v, v, text, logo, blob, pkg, named, folder.inFolder, Color.Red, new A().x, A.s, element);
const lazy = await import("./lazy.ts");
globalThis.result.push(lazy.value, typeof fs, typeof require, process.env.NODE_ENV, import.meta.hot);
if (import.meta.hot) globalThis.result.push("hot");
import.meta.hot.accept();
import.meta.hot.data.kept ??= 5;
`.replace(/^import same.*\n/m, ""),
  "lib/greet.ts": "export function greet(name: string): string { return `Hello ${name}`; }\n",
  "lib/index.ts": "export const inFolder = true;\n",
  "data.json": '{"v": 42}', "note.txt": "note\n", "logo.svg": "<svg/>", "some.bin": "bin", "note.html": "<p>",
  "lazy.ts": "export const value = 7;\n",
  "node_modules/pkg/package.json": '{"name":"pkg","exports":{"browser":"./browser.js","default":"./node.js"}}',
  "node_modules/pkg/browser.js": 'globalThis.result?.push("pkg runs"); export default "browser"; export const named = "n";\n',
  "node_modules/pkg/node.js": 'export default "node";\n',
  "node_modules/react/package.json": '{"name":"react"}',
  "node_modules/react/jsx-runtime.js": 'export const Fragment = "fragment"; export const jsx = (type, props) => ({ type, ...props }); export const jsxs = jsx;\n',
  "node_modules/react/jsx-dev-runtime.js": 'export const Fragment = "fragment"; export const jsxDEV = (type, props) => ({ dev: true, type, ...props });\n',
});
const index = await page("i.html");
for (const development of [false, { hmr: false }]) {
  const server = Bun.serve({ ...listen(), development, routes: { "/": index } });
  console.log(development, await run(server, "/"));
  await server.stop(true);
}
