import { describe, expect, it } from "vitest";
import { project, run } from "./program-run.js";

describe("bunshim -e", () => {
  it("shows the line of the code that failed", async () => {
    const { code, stderr } = await run(["-e", "const x = 1;\nthrow new Error('no ' + x);"], {
      cwd: project({}),
    });
    expect(code).toBe(1);
    expect(stderr).toContain("2 | throw new Error('no ' + x);");
    expect(stderr).toContain("error: no 1");
  });

  it("runs TypeScript as a file of the working directory", async () => {
    const cwd = project({ "a.ts": "export const a: number = 5" });
    const program =
      'import { a } from "./a"; console.log(a, import.meta.path, process.argv.slice(1), typeof path)';
    const { stdout, stderr } = await run(["-e", program, "x"], { cwd });
    expect({ stdout, stderr }).toEqual({ stdout: `5 ${cwd}/[eval] [ "x" ] object\n`, stderr: "" });
  });

  it("offers the names of CommonJS", async () => {
    const cwd = project({});
    const { stdout } = await run(["-e", "console.log(__filename, require.main === module, Bun.main)"], {
      cwd,
    });
    expect(stdout).toBe(`${cwd}/[eval] true ${cwd}/[eval]\n`);
  });
});

describe("bunshim -p", () => {
  it.each([
    ["const a: number = 1; a + 1", "2\n"],
    ["await Promise.resolve('x')", "x\n"],
    ["import { sep } from 'node:path'; sep", "/\n"],
  ])("prints the result of %s", async (program, stdout) => {
    expect(await run(["-p", program], { cwd: project({}) })).toMatchObject({ stdout, stderr: "", code: 0 });
  });
});

describe("bunshim -", () => {
  it("runs the program of standard input", async () => {
    const cwd = project({ "a.ts": "export const a = 1" });
    const input = 'import { a } from "./a.ts"; console.log(a, import.meta.path, process.argv.slice(1))';
    const { stdout } = await run(["-", "x"], { cwd, input });
    expect(stdout).toBe(`1 ${cwd}/[stdin] [ "-", "x" ]\n`);
  });
});

describe("bunshim --preload", () => {
  it("tells what is not there", async () => {
    const cwd = project({ "b.ts": "console.log(1)" });
    const { code, stderr } = await run(["--preload=./a.ts", "b.ts"], { cwd });
    expect({ code, stderr: stderr.trim() }).toEqual({ code: 1, stderr: 'error: preload not found "./a.ts"' });
  });

  it("loads modules before the program, in order", async () => {
    const cwd = project({
      "a.ts": "console.log('a')",
      "b.cjs": "console.log('b')",
      "c.ts": "console.log('c')",
    });
    expect((await run(["-r", "./a.ts", "--preload", "./b.cjs", "c.ts"], { cwd })).stdout).toBe("a\nb\nc\n");
  });
});
