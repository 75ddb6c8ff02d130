import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { loadEngine } from "../../../src/wire/uws/engine.js";

const PROGRAM = fileURLToPath(new URL("../programs/late-upgrades.ts", import.meta.url));

describe.runIf(loadEngine().uws !== null)("Exchange.upgrade after an await", () => {
  it("opens every socket, without a word of the engine on stderr, and lets the process end", async () => {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, ["--import", "tsx", PROGRAM], {
      timeout: 20_000,
    });
    const first = 'HTTP/1.1 101 Switching Protocols, text "opened", text "echo"';
    expect(stdout.split("\n")).toEqual([first, "1", first, ""]);
    expect(stderr).toBe("");
  });
});
