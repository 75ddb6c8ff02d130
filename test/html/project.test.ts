import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { PageBundler } from "../../src/html/page-bundler.js";
import { problemText } from "../../src/html/problem.js";
import { ProjectFolder } from "../../src/html/project.js";
import { folder } from "./files.js";

/** Bundles a page in a project with this bunfig.toml: its script, or what is wrong. */
async function script(bunfig: string, files: Record<string, string>, production = true): Promise<string> {
  const root = folder({ "bunfig.toml": bunfig, "i.html": "<script src=./m.ts></script>", ...files });
  const bundler = new PageBundler({
    file: join(root, "i.html"),
    production,
    live: null,
    project: new ProjectFolder(root),
  });
  const { page, problems } = await bundler.build();
  bundler.close();
  if (page === null) return problems.map(problemText).join("\n").replaceAll(root, "");
  return Buffer.from(page.outputs[0]?.bytes ?? [])
    .toString()
    .trim();
}

afterEach(() => {
  vi.unstubAllEnvs();
});

describe("[serve.static] of bunfig.toml", () => {
  it("is told to be wrong, with the reason", async () => {
    const files = { "m.ts": "console.log(1)" };
    expect(await script("[serve.static", files)).toContain("at /bunfig.toml");
    expect(await script("[serve.static]\nenv = 3", files)).toContain("Invalid env behavior");
    expect(await script("[serve.static]\nsourcemap = 3", files)).toContain("Invalid sourcemap");
    expect(await script('[serve.static]\nplugins = ["./gone.mjs"]', files)).toContain(
      "Cannot find module './gone.mjs' from ''",
    );
    expect(
      await script('[serve.static]\nplugins = ["./p.mjs"]', { ...files, "p.mjs": "export default 1" }),
    ).toContain('"./p.mjs" is not a valid bundler plugin: name is missing');
  });

  it("shows scripts no variable of the environment unless it says so", async () => {
    vi.stubEnv("PUBLIC_A", "public");
    vi.stubEnv("SECRET_A", "secret");
    const files = { "m.ts": "console.log(process.env.PUBLIC_A, process.env.SECRET_A)" };
    const none = "console.log(process.env.PUBLIC_A,process.env.SECRET_A);";
    expect(await script("", files)).toBe(none);
    expect(await script('[serve.static]\nenv = "disable"', files)).toBe(none);
    expect(await script('[serve.static]\nenv = "PUBLIC_*"', files)).toBe(
      'console.log("public",process.env.SECRET_A);',
    );
    expect(await script('[serve.static]\nenv = "inline"', files)).toBe('console.log("public","secret");');
  });

  it("chooses source maps and minifying against the mode", async () => {
    const files = { "m.ts": "const value = 1 as number;\nconsole.log(value, value);" };
    expect(await script("[serve.static]\nsourcemap = true", files)).toMatch(
      /sourceMappingURL=\/chunk-\w{8}\.js\.map$/,
    );
    expect(await script('[serve.static]\nsourcemap = "inline"', files)).toMatch(/sourceMappingURL=data:/);
    expect(await script('[serve.static]\nsourcemap = "external"', files)).not.toContain("sourceMappingURL");
    expect(await script("[serve.static]\nsourcemap = false", files, false)).not.toContain("sourceMappingURL");
    expect(await script("[serve.static]\nminify = false", files)).toContain("var value = 1;");
    expect(await script("[serve.static]\nminify = true", files, false)).not.toContain("var value = 1;");
  });

  it("brings plugins that resolve and load what the bundler does not know", async () => {
    const plugin = `export default {
  name: "custom",
  setup(build) {
    build.onLoad({ filter: /\\.custom$/ }, ({ path }) => ({ contents: "export default " + JSON.stringify(path.slice(-8)), loader: "js" }));
    build.onResolve({ filter: /^virtual:/ }, ({ path }) => ({ path: path.slice(8), namespace: "virtual" }));
    build.onLoad({ filter: /.*/, namespace: "virtual" }, ({ path }) => ({ exports: { default: path }, loader: "object" }));
  },
};`;
    const files = {
      "p.mjs": plugin,
      "a.custom": "x",
      "m.ts": 'import a from "./a.custom"; import v from "virtual:v"; console.log(a, v);',
    };
    const code = await script('[serve.static]\nplugins = ["./p.mjs"]', files);
    expect(code).toContain('"a.custom"');
    expect(code).toContain('"v"');
  });
});
