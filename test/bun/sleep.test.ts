import { describe, expect, it } from "vitest";
import { sleep, sleepSync } from "../../src/bun/sleep.js";

describe("Bun.sleep", () => {
  it("refuses what is no time", () => {
    for (const duration of [undefined, "5", true, {}]) {
      expect(() => Reflect.apply(sleep, undefined, [duration])).toThrow(
        "sleep expects a number (milliseconds)",
      );
    }
  });

  it("waits for a duration or a date", async () => {
    const start = performance.now();
    await sleep(20);
    await sleep(new Date(Date.now() + 20));
    expect(performance.now() - start).toBeGreaterThan(35);
  });

  it("does not wait for the past", async () => {
    await sleep(-1);
    await sleep(Number.NaN);
    await sleep(new Date(0));
  });
});

describe("Bun.sleepSync", () => {
  it("refuses negative times and what is no number", () => {
    expect(() => sleepSync(-1)).toThrow("argument to sleepSync must not be negative, got -1");
    expect(() => Reflect.apply(sleepSync, undefined, ["5"])).toThrow("milliseconds must be a number");
  });

  it("blocks", () => {
    const start = performance.now();
    sleepSync(20);
    expect(performance.now() - start).toBeGreaterThan(18);
  });
});
