import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { type BundledPage, type BundleSettings, PageBundler } from "../../src/html/page-bundler.js";
import { problemText } from "../../src/html/problem.js";
import { ProjectFolder } from "../../src/html/project.js";
import { folder, put } from "./files.js";

function bundler(root: string, settings: Partial<BundleSettings> = {}): PageBundler {
  const project = new ProjectFolder(process.cwd());
  const made = new PageBundler({
    file: join(root, "i.html"),
    production: true,
    live: null,
    project,
    ...settings,
  });
  onTestFinished(() => made.close());
  return made;
}

async function bundled(
  files: Record<string, string | Uint8Array>,
  settings?: Partial<BundleSettings>,
): Promise<BundledPage> {
  const { page, problems } = await bundler(folder(files), settings).build();
  if (page === null) throw new Error(problems.map(problemText).join("\n"));
  return page;
}

async function problemsOf(files: Record<string, string>): Promise<string[]> {
  const root = folder(files);
  const { problems } = await bundler(root).build();
  return (problems ?? []).map((problem) => problemText(problem).replaceAll(`${root}/`, ""));
}

function text(page: BundledPage, extension: string): string {
  const output = page.outputs.find(({ path }) => path.endsWith(extension));
  return Buffer.from(output?.bytes ?? []).toString();
}

describe("PageBundler.build", () => {
  it("tells what cannot be found, and where it is wanted", async () => {
    expect(await problemsOf({ "i.html": '<script src="./gone.ts"></script>' })).toEqual([
      'error: Could not resolve: "./gone.ts"\n    at i.html',
    ]);
    expect(await problemsOf({ "i.html": "<script src=m.ts></script>", "m.ts": 'import "./gone";' })).toEqual([
      '1 | import "./gone";\n           ^\nerror: Could not resolve: "./gone"\n    at m.ts:1:8',
    ]);
    expect(
      await problemsOf({ "i.html": "<script src=m.ts></script>", "m.ts": 'import "no-such-package";' }),
    ).toEqual([expect.stringContaining('"no-such-package". Maybe you need to "bun install"?')]);
  });

  it("refuses what is no program and no style sheet", async () => {
    expect(await problemsOf({ "i.html": "<script src=m.ts></script>", "m.ts": "é; const a = ;" })).toEqual([
      "1 | é; const a = ;\n                 ^\nerror: Unexpected ;\n    at m.ts:1:14",
    ]);
    expect(
      await problemsOf({ "i.html": "<link rel=stylesheet href=s.css>", "s.css": "a { } }" }),
    ).toHaveLength(1);
    expect(await problemsOf({ "i.html": "<script src=m.ts></script>", "m.ts": 'import "bun";' })).toEqual([
      expect.stringContaining("Browser build cannot import Bun builtin"),
    ]);
  });

  it("bundles again after a failure, and sees what changed", async () => {
    const root = folder({ "i.html": "<script src=m.ts></script>", "m.ts": "const a = ;" });
    const again = bundler(root, { production: false });
    expect((await again.build()).page).toBeNull();
    put(root, { "m.ts": 'console.log("two" as string)' });
    const { page } = await again.build();
    expect(page && text(page, ".js")).toContain('console.log("two")');
    put(root, { "m.ts": 'import "./new"', "new.ts": 'console.log("three")' });
    const third = (await again.build()).page;
    expect(third && text(third, ".js")).toContain('console.log("three")');
    expect(third?.inputs).toContain(join(root, "new.ts"));
  });

  it("makes one script and one style sheet of many, in order", async () => {
    const page = await bundled({
      "i.html": "<script src=a.ts></script><link rel=stylesheet href=a.css><script src=b.tsx></script>",
      "a.ts": 'import "./c.css"; console.log("a")',
      "b.tsx": 'console.log("b")',
      "a.css": ".a { color: red }",
      "c.css": ".c { color: red }",
    });
    expect(page.outputs.map(({ path }) => path.replace(/-\w{8}\./, "-x."))).toEqual([
      "/chunk-x.js",
      "/chunk-x.css",
    ]);
    expect(text(page, ".js").trim()).toBe('console.log("a");console.log("b");');
    expect(text(page, ".css").trim()).toBe(".c{color:red}.a{color:red}");
  });

  it("names outputs after their content", async () => {
    const files = {
      "i.html": "<script src=a.ts></script><img src=f.png>",
      "a.ts": "console.log(1)",
      "f.png": "f",
    };
    const [first, same, other] = await Promise.all([
      bundled(files),
      bundled(files),
      bundled({ ...files, "a.ts": "console.log(2)" }),
    ]);
    expect(same.html.equals(first.html)).toBe(true);
    expect(other.outputs[0]?.path).not.toBe(first.outputs[0]?.path);
    expect(other.outputs[1]?.path).toBe(first.outputs[1]?.path);
  });

  it("gives source maps to development only", async () => {
    const files = { "i.html": "<script src=a.ts></script>", "a.ts": "console.log(1 as number)" };
    expect(text(await bundled(files), ".js")).not.toContain("sourceMappingURL");
    const page = await bundled(files, { production: false });
    const [script, map] = page.outputs;
    expect(script?.sourceMap).toBe(map?.path);
    expect(text(page, ".js")).toContain(`//# sourceMappingURL=${map?.path}`);
    expect(JSON.parse(text(page, ".map"))).toMatchObject({ sourcesContent: ["console.log(1 as number)"] });
  });

  it("keeps the style sheets of a live page apart, under names that stay", async () => {
    const root = folder({
      "i.html": "<link rel=stylesheet href=a.css><link rel=stylesheet href=b.css>",
      "a.css": ".a{}",
      "b.css": ".b{color:red}",
    });
    const live = bundler(root, {
      production: false,
      live: { client: "globalThis.client = 1;", id: "00000000" },
    });
    const first = (await live.build()).page;
    put(root, { "b.css": ".b{color:blue}" });
    const second = (await live.build()).page;
    const sheets = (page: BundledPage | null) =>
      page?.outputs.filter(({ path }) => path.endsWith(".css")) ?? [];
    expect(sheets(first)).toHaveLength(2);
    expect(sheets(second).map(({ path }) => path)).toEqual(sheets(first).map(({ path }) => path));
    expect(sheets(second)[1]?.hash).not.toBe(sheets(first)[1]?.hash);
    expect(first && text(first, ".js")).toMatch(/^globalThis\.client = 1;/);
  });

  it("follows tsconfig.json: paths, and what JSX means", async () => {
    const page = await bundled({
      "tsconfig.json":
        '{ "compilerOptions": { "jsx": "react", "jsxFactory": "h", "paths": { "@/*": ["./src/*"] } } }',
      "i.html": "<script src=m.tsx></script>",
      "m.tsx": 'import { h } from "@/h"; console.log(<a b="1">c</a>);',
      "src/h.ts": "export const h = (...all: unknown[]) => all.join();",
    });
    expect(text(page, ".js")).toMatch(/console\.log\(\w+\("a",\{b:"1"\},"c"\)\)/);
  });

  it("runs scripts of packages that may be dropped", async () => {
    const page = await bundled({
      "package.json": '{ "sideEffects": false }',
      "i.html": "<script src=m.ts></script>",
      "m.ts": 'console.log("runs")',
    });
    expect(text(page, ".js")).toContain("runs");
  });

  it("has no hot modules: what asks for them does nothing", async () => {
    const page = await bundled({
      "i.html": "<script src=m.ts></script>",
      "m.ts":
        "import.meta.hot.accept(); const root = (import.meta.hot.data.root ??= 1); if (import.meta.hot) gone(); console.log(root);",
    });
    expect(text(page, ".js")).not.toMatch(/\.hot|gone/);
  });
});
