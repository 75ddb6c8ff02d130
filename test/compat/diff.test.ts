import { describe, expect, it } from "vitest";
import { diff } from "../../compat/suite/diff.js";

describe("diff", () => {
  it("marks what only one side has, with its neighbours", () => {
    expect(diff("a\nb\nc\nd\ne\nf", "a\nb\nc\nx\ne\nf", 1)).toBe("  c\n- d\n+ x\n  e\n  …");
  });

  it("finds a line that was added", () => {
    expect(diff("a\nc", "a\nb\nc")).toBe("  a\n+ b\n  c");
  });

  it("says nothing about equal texts", () => {
    expect(diff("a\nb", "a\nb")).toBe("");
  });
});
