import { execFile, execFileSync } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { loadEngine } from "../../src/wire/uws/engine.js";

const PROGRAM = join(import.meta.dirname, "programs/killers.ts");
const ARGS = ["--import", "tsx", PROGRAM];
const run = promisify(execFile);

const killers: string[] = JSON.parse(execFileSync(process.execPath, ARGS, { encoding: "utf8" }));
const wires = loadEngine().uws === null ? ["node"] : ["uws", "node"];

describe.each(wires)("serve on the %s wire survives", (wire) => {
  it.concurrent.each(killers)("%s", async (killer) => {
    const { stdout } = await run(process.execPath, [...ARGS, killer], {
      env: { ...process.env, BUNSHIM_WIRE: wire },
      timeout: 15_000,
    });
    expect(stdout).toBe("hello");
  });
});
