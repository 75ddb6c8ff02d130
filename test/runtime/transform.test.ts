import { chmodSync, mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { project, run } from "./program-run.js";

const cacheOf = (folder: string) => join(folder, `bunshim-${process.getuid?.()}`);

describe("compiler output", () => {
  it("is kept for the next start, in a folder that only its owner can use", async () => {
    const cwd = project({ "a.ts": "console.log(1 as number)" });
    const env = { TMPDIR: cwd };
    await run(["a.ts"], { cwd, env });
    const kept = readdirSync(cacheOf(cwd));
    expect(kept).toHaveLength(1);
    expect(statSync(cacheOf(cwd)).mode & 0o777).toBe(0o700);
    for (const name of kept) writeFileSync(join(cacheOf(cwd), name), "console.log('from the cache')");
    expect((await run(["a.ts"], { cwd, env })).stdout).toBe("from the cache\n");
  });

  it("is made anew when the source or a setting changes", async () => {
    const cwd = project({ "a.ts": "console.log(1 as number)" });
    const env = { TMPDIR: cwd };
    await run(["a.ts"], { cwd, env });
    writeFileSync(join(cwd, "a.ts"), "console.log(2 as number)");
    expect((await run(["a.ts"], { cwd, env })).stdout).toBe("2\n");
    writeFileSync(join(cwd, "tsconfig.json"), '{ "compilerOptions": { "strict": true } }');
    await run(["a.ts"], { cwd, env });
    expect(readdirSync(cacheOf(cwd))).toHaveLength(3);
  });

  it("never comes from a folder that others can write", async () => {
    const cwd = project({ "a.ts": "console.log(1 as number)" });
    mkdirSync(cacheOf(cwd));
    chmodSync(cacheOf(cwd), 0o777);
    expect(await run(["a.ts"], { cwd, env: { TMPDIR: cwd } })).toMatchObject({ code: 0, stdout: "1\n" });
    expect(readdirSync(cacheOf(cwd))).toEqual([]);
  });

  it("is not needed", async () => {
    const cwd = project({ "a.ts": "console.log(1 as number)" });
    const env = { TMPDIR: cwd, BUNSHIM_CACHE: "0" };
    expect((await run(["a.ts"], { cwd, env })).stdout).toBe("1\n");
    expect(readdirSync(cwd)).toEqual(["a.ts", "node_modules"]);
  });
});
