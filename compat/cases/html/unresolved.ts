// @covers Serve.Options.routes, Serve.Options.development, Serve.Development.hmr
// What a client gets of a page that cannot be bundled, the first time.
import { listen, raw, request } from "../../client.ts";
import { page, site } from "./_site.ts";

const pages: Record<string, string> = {
  script: '<script src="./gone.ts"></script>',
  import: '<script src="./imports.ts"></script>',
  syntax: '<script src="./syntax.ts"></script>',
  name: '<script src="./name.ts"></script>',
  package: '<script src="./package.ts"></script>',
  bun: '<script src="./bun.ts"></script>',
  style: '<link rel="stylesheet" href="./gone.css">',
  styleImport: '<link rel="stylesheet" href="./imports.css">',
  styleUrl: '<link rel="stylesheet" href="./url.css">',
  styleSyntax: '<link rel="stylesheet" href="./syntax.css">',
  picture: '<img src="gone.png">',
  sources: '<img srcset="f.png 1x, f.png 2x">',
  root: '<img src="/gone.png">',
  folder: '<img src="sub">',
  mail: '<img src="mailto:x@y">',
  escaped: '<img src="we%20ird.png">',
  blank: '<img src=" ">',
};
site({
  ...Object.fromEntries(Object.entries(pages).map(([name, text]) => [`${name}.html`, text])),
  "imports.ts": 'import "./gone";\n', "syntax.ts": "const a = ;\n", "name.ts": 'import { nope } from "./empty.ts"; console.log(nope);\n',
  "package.ts": 'import x from "no-such-package"; console.log(x);\n', "bun.ts": 'import { serve } from "bun"; serve();\n', "empty.ts": "export {};\n",
  "imports.css": '@import "./gone.css";\n', "url.css": "a { background: url(./gone.png) }\n", "syntax.css": "a { color: red; .b { ; }\n } }\n",
  "f.png": "f", "sub/f.png": "f", "we ird.png": "w",
});
const routes: Record<string, Bun.HTMLBundle> = {};
for (const name of Object.keys(pages)) routes[`/${name}`] = await page(`${name}.html`);
for (const development of [false, { hmr: false }]) {
  console.log("development", development);
  const server = Bun.serve({ ...listen(), development, routes });
  for (const name of Object.keys(pages)) {
    console.log(name, JSON.stringify((await raw(server, request("GET", `/${name}`, { Host: "localhost" }))).toLowerCase().split("\r\n").sort()));
  }
  await server.stop(true);
}
