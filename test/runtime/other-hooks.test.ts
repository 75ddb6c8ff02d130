import { describe, expect, it } from "vitest";
import { doors, project, run } from "./program-run.js";

const register = doors["node --import bunshim/register"];

describe("hooks that others register", () => {
  const files = {
    "hooks.mjs": [
      "void import.meta.dirname;",
      "export async function load(url, context, next) {",
      "  const loaded = await next(url, context);",
      "  if (!url.endsWith('a.ts')) return loaded;",
      "  return { ...loaded, source: loaded.source + ';console.log(0);' };",
      "}",
    ].join("\n"),
    "register.mjs": 'import { register } from "node:module"; register("./hooks.mjs", import.meta.url);',
    "package.json": '{ "type": "module" }',
    "a.ts": "const dir: string = import.meta.dir;\nconsole.log(dir.length > 0);",
  };

  it("are asked for the modules of a program, and may use import.meta", async () => {
    const door = (args: string[]) => register(["--import", "./register.mjs", ...args]);
    const { stdout, stderr } = await run(["a.ts"], { cwd: project(files), door });
    expect(stderr).toBe("");
    expect(stdout).toBe("true\n0\n");
  });

  it("may be there first", async () => {
    const door = (args: string[]) => ["--import", "./register.mjs", ...register(args)];
    const { stdout, stderr } = await run(["a.ts"], { cwd: project(files), door });
    expect(stderr).toBe("");
    expect(stdout).toMatch(/^true\n/);
  });
});
