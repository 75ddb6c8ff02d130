import { describe, expect, it } from "vitest";
import { parseCommandLine } from "../../src/runtime/command-line.js";
import { UsageError } from "../../src/runtime/flags.js";

describe("parseCommandLine", () => {
  it("refuses what is no flag, and flags without their value", () => {
    expect(() => parseCommandLine(["--nonsense", "a.ts"])).toThrow(
      new UsageError("Unknown option '--nonsense'"),
    );
    expect(() => parseCommandLine(["--console-depth=x", "a.ts"])).toThrow(UsageError);
    expect(() => parseCommandLine(["-e"])).toThrow(UsageError);
  });

  it("takes flags of Bun that mean nothing here", () => {
    const { command, target } = parseCommandLine(["--bun", "run", "--smol", "--install=auto", "a.ts"]);
    expect({ command, target }).toEqual({ command: "run", target: "a.ts" });
  });

  it("leaves what stands behind the file to the program, but for one separator", () => {
    expect(parseCommandLine(["a.ts", "--port=1", "x"]).rest).toEqual(["--port=1", "x"]);
    expect(parseCommandLine(["a.ts", "--", "--", "x"]).rest).toEqual(["--", "x"]);
  });

  it("takes code instead of a file", () => {
    const { code, target, rest } = parseCommandLine(["-e", "run()", "x", "y"]);
    expect({ code, target, rest }).toEqual({
      code: { source: "run()", printed: false },
      target: null,
      rest: ["x", "y"],
    });
    expect(parseCommandLine(["--print=1"]).code).toEqual({ source: "1", printed: true });
  });

  it("collects the modules to load first under each of their names", () => {
    expect(parseCommandLine(["-r", "./a", "--preload=b", "--import", "c", "d.ts"]).preloads).toEqual([
      "./a",
      "b",
      "c",
    ]);
  });
});
