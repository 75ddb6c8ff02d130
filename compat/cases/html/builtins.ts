// @covers Serve.Options.routes
// Modules of Node.js and of Bun that a script of a page imports.
import { listen } from "../../client.ts";
import { get, page, run, site } from "./_site.ts";

const scripts: Record<string, string> = {
  "fs.ts": 'import fs, { readFileSync } from "fs"; globalThis.result = [typeof fs, typeof readFileSync];',
  "http2.ts": 'import * as http2 from "node:http2"; globalThis.result = Object.keys(http2);',
  "child.ts": 'import child from "child_process"; globalThis.result = typeof child;',
  "promises.ts": 'import { setTimeout } from "timers/promises"; globalThis.result = typeof setTimeout;',
  "require.ts": 'try { globalThis.result = typeof require("child_process"); } catch (error) { globalThis.result = error.message; } export {};',
  "bun.ts": 'import { file } from "bun"; globalThis.result = typeof file;',
  "browser.ts": 'globalThis.result = process.browser;',
};
for (const [name, code] of Object.entries(scripts)) {
  site({ [name]: code, [`${name}.html`]: `<script src=${name}></script>` });
  const server = Bun.serve({ ...listen(), development: false, routes: { "/": await page(`${name}.html`) } });
  const { status } = await get(server, "/");
  console.log(name, status, status.includes("200") ? await run(server, "/") : "");
  await server.stop(true);
}
