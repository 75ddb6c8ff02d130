import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { PageBundler } from "../../src/html/page-bundler.js";
import { problemText } from "../../src/html/problem.js";
import { ProjectFolder } from "../../src/html/project.js";
import { folder } from "./files.js";

interface Outcome {
  readonly html: string;
  readonly script: string;
  readonly sheet: string;
  /** What a plugin left in `globalThis.heard`. */
  readonly heard: unknown[];
  readonly problems: string;
}

/** Bundles a page of a project with one plugin. @param setup the body of its `setup(build, heard)` */
async function bundled(setup: string, files: Record<string, string> = {}): Promise<Outcome> {
  const heard: unknown[] = [];
  Object.assign(globalThis, { heard });
  const root = folder({
    "bunfig.toml": '[serve.static]\nplugins = ["./p.mjs"]',
    "p.mjs": `export default { name: "p", async setup(build) { const { heard } = globalThis; ${setup} } };`,
    "i.html": '<link rel=stylesheet href=s.css><script src="./m.ts"></script><p>x</p>',
    "m.ts": "console.log(1 as number);",
    "s.css": "p { color: red }",
    ...files,
  });
  const project = new ProjectFolder(root);
  const bundler = new PageBundler({ file: join(root, "i.html"), production: true, live: null, project });
  const { page, problems } = await bundler.build();
  bundler.close();
  const output = (type: string): string =>
    Buffer.from(page?.outputs.find(({ path }) => path.endsWith(type))?.bytes ?? [])
      .toString()
      .trim();
  const plain = (text: string): string => text.replaceAll(root, "");
  return {
    html: page?.html.toString() ?? "",
    script: output(".js"),
    sheet: output(".css"),
    heard: JSON.parse(plain(JSON.stringify(heard))),
    problems: plain((problems ?? []).map(problemText).join("\n")),
  };
}

describe("a bundler plugin", () => {
  it("is asked for everything that a page refers to, in the words of the page", async () => {
    const { heard } = await bundled(
      `build.onResolve({ filter: /.*/ }, ({ path, importer, kind, namespace }) => { heard.push([path, importer, kind, namespace].join(" ")); });`,
      {
        "m.ts": 'import "./n.ts"; import("./n.ts");',
        "n.ts": "",
        "s.css": "p { background: url(./a.png) }",
        "a.png": "x",
      },
    );
    expect(heard.sort()).toEqual([
      "./a.png /s.css internal file",
      "./m.ts /i.html import-statement file",
      "./n.ts /m.ts dynamic-import file",
      "./n.ts /m.ts import-statement file",
      "/i.html  entry-point-build file",
      "/s.css /i.html import-rule file",
    ]);
  });

  it("may use all that regular expressions of the language know", async () => {
    const { script } = await bundled(
      `build.onLoad({ filter: /(?<!no)m\\.ts$/g }, () => ({ contents: "const n: number = 2; console.log(n)" }));`,
    );
    expect(script).toBe("console.log(2);");
  });

  it("may make the page itself", async () => {
    const { html } = await bundled(
      `build.onLoad({ filter: /\\.html$/ }, () => ({ contents: "<b>made</b><script src=m.ts></script>", loader: "html" }));`,
    );
    expect(html).toMatch(
      /^<b>made<\/b><script type="module" crossorigin src="\/chunk-\w{8}\.js"><\/script>\n$/,
    );
  });

  it("may bring modules that are no files, and what these import", async () => {
    const { script, sheet } = await bundled(
      `build.onResolve({ filter: /^virtual:/ }, ({ path }) => ({ path, namespace: "v" }));
       build.onLoad({ filter: /data$/, namespace: "v" }, () => ({ exports: { a: 1 }, loader: "object" }));
       build.onLoad({ filter: /toml$/, namespace: "v" }, () => ({ contents: "b = 2", loader: "toml" }));
       build.onLoad({ filter: /sheet$/, namespace: "v" }, () => ({ contents: "b { color: green }", loader: "css" }));
       build.onLoad({ filter: /code$/, namespace: "v" }, () => ({ contents: 'import n from "./n.ts"; export default n' }));`,
      {
        "m.ts":
          'import a from "virtual:data"; import b from "virtual:toml"; import c from "virtual:code"; import "virtual:sheet"; console.log(a.a, b.b, c);',
        "n.ts": "export default 3 as number",
      },
    );
    expect(script).toContain("3");
    expect(script).toContain("{a:1}");
    expect(script).toContain("{b:2}");
    expect(sheet).toBe("p{color:red}b{color:green}");
  });

  it("may leave modules to the browser, and pictures where they are", async () => {
    const { script, html } = await bundled(
      `build.onResolve({ filter: /^cdn:/ }, ({ path }) => ({ path: path.replace("cdn:", "https://cdn/"), external: true }));`,
      {
        "m.ts": 'import a from "cdn:a.js"; console.log(a);',
        "i.html": '<img src="cdn:b.png"><script src=m.ts></script>',
      },
    );
    expect(script).toMatch(/^import \w+ from"https:\/\/cdn\/a\.js";/);
    expect(html).toContain('<img src="cdn:b.png">');
  });

  it("may wait until everything else is loaded", async () => {
    const { heard } = await bundled(
      `const later = () => new Promise((resolve) => setTimeout(resolve, 5));
       build.onLoad({ filter: /s\\.css$/ }, async ({ defer }) => { await defer(); heard.push("last"); });
       build.onLoad({ filter: /[mn]\\.ts$/ }, async ({ path }) => { await later(); heard.push(path); });`,
      { "m.ts": 'import "./n.ts"', "n.ts": "" },
    );
    expect(heard).toEqual(["/m.ts", "/n.ts", "last"]);
  });

  it("starts when it is set up, and is set up before anything is bundled", async () => {
    const { heard } = await bundled(
      `build.onStart(async () => { await 1; heard.push("started"); }); heard.push("set up");
       build.onLoad({ filter: /m\\.ts$/ }, () => { heard.push("load"); });`,
    );
    expect(heard).toEqual(["set up", "started", "load"]);
  });

  it.each([
    ["build.onLoad({ filter: /m\\.ts$/ }, () => { throw new Error('mine'); });", "error: mine\n    at /m.ts"],
    [
      "build.onLoad({ filter: /m\\.ts$/ }, () => ({}));",
      'with "contents" as a string or Uint8Array\n    at /m.ts',
    ],
    [
      "build.onLoad({ filter: /m\\.ts$/ }, () => ({ contents: '', loader: 'x' }));",
      "Loader x is not supported.",
    ],
    ["build.onResolve({ filter: /m\\.ts$/ }, () => ({ path: 'x' }));", '"path" must be absolute'],
    ["build.onLoad({}, () => {});", 'Expected an object with "filter" RegExp'],
    ["build.onLoad({ filter: 'x' }, () => {});", "filter must be a RegExp"],
    ["build.onLoad({ filter: /x/, namespace: 1 }, () => {});", "namespace must be a string"],
    ["build.onLoad({ filter: /x/ });", "callback must be a function"],
    ["build.onStart();", "callback must be a function"],
    ["build.onEnd();", 'The "callback" argument must be of type function'],
    ["build.onBeforeParse({ filter: /x/ }, {});", "must be a Napi module"],
    ["build.resolve();", "build.resolve() is not implemented yet"],
    ["build.module('x', () => {});", "module() is not supported"],
    ["throw new RangeError('in setup');", "in setup"],
  ])("is told what is wrong: %s", async (setup, text) => {
    expect((await bundled(setup)).problems).toContain(text);
  });

  it("may have part of its work in code of the machine, which is not called", async () => {
    const { script } = await bundled(
      "build.onBeforeParse({ filter: /x/ }, { napiModule: {}, symbol: 'x' });",
    );
    expect(script).toBe("console.log(1);");
  });
});

describe("data of Bun's formats", () => {
  it("is bundled, whole or member by member", async () => {
    const { script, problems } = await bundled("", {
      "m.ts": 'import a, { b } from "./a.jsonc"; import { f } from "./f.toml"; console.log(a, b, f);',
      "a.jsonc": '{ "b": "one", /* c */ } // end',
      "f.toml": "f = 'four'",
    });
    expect(problems).toBe("");
    for (const text of ["one", "four"]) expect(script).toContain(`"${text}"`);
  });

  it("is refused where it has errors, or nothing here reads it", async () => {
    expect((await bundled("", { "m.ts": 'import "./a.toml";', "a.toml": "=" })).problems).toContain(
      "at /a.toml",
    );
    expect((await bundled("", { "m.ts": 'import "./a.md";', "a.md": "# x" })).problems).toBe(
      "error: bunshim cannot bundle md files\n    at /a.md",
    );
  });
});
