import fc from "fast-check";
import { compare } from "semver";
import { describe, expect, it } from "vitest";
import { semver } from "../../src/bun/semver.js";

const number = fc.nat(3);
const prerelease = fc.constantFrom("", "-a", "-a.1", "-a.2", "-1", "-b.x");
const whole = fc.tuple(number, number, number, prerelease).map(([a, b, c, pre]) => `${a}.${b}.${c}${pre}`);
const version = fc.oneof(whole, fc.constantFrom("1", "1.2", "1.x", "*", "v1.2.3", " =1.2.3", "1.2.3+b"));

describe("semver.order", () => {
  it("refuses what is no version, whichever side it is on", () => {
    for (const wrong of ["", "abc", "^1.2.3", "1..2", "1.2.3.4"]) {
      expect(() => semver.order(wrong, "1.0.0")).toThrow(`Invalid SemVer: ${wrong}`);
      expect(() => semver.order("1.0.0", wrong)).toThrow(`Invalid SemVer: ${wrong}`);
    }
  });

  it("orders whole versions as npm does", () => {
    fc.assert(
      fc.property(whole, whole, (a, b) => {
        expect(semver.order(a, b)).toBe(compare(a, b));
      }),
    );
  });

  it("is the same from both sides, and transitive", () => {
    fc.assert(
      fc.property(version, version, version, (a, b, c) => {
        expect(semver.order(a, b) + semver.order(b, a)).toBe(0);
        if (semver.order(a, b) <= 0 && semver.order(b, c) <= 0) expect(semver.order(a, c)).toBeLessThan(1);
      }),
    );
  });
});

describe("semver.satisfies", () => {
  it("finds no half version in any range", () => {
    for (const half of ["1", "1.2", "1.x", "*", ""]) expect(semver.satisfies(half, "*")).toBe(false);
  });

  it("finds every version in a range of its own, and no prerelease in a tag", () => {
    fc.assert(
      fc.property(whole, (a) => {
        expect(semver.satisfies(a, a)).toBe(true);
        expect(semver.satisfies(a, "latest")).toBe(!a.includes("-"));
      }),
    );
  });
});
