// @covers Bun.sleep
// @covers Bun.sleepSync
// @covers Bun.nanoseconds
import { attempt, print } from "./_print.ts";

const took = async (work: () => unknown) => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};
print("waits", (await took(() => Bun.sleep(30))) >= 28);
print("waits for a date", (await took(() => Bun.sleep(new Date(Date.now() + 30)))) >= 25);
print("blocks", (await took(() => Bun.sleepSync(30))) >= 28);
for (const duration of [0, -1, NaN, 0.5, new Date(0)]) await attempt(`sleep ${String(duration).slice(0, 3)}`, () => Bun.sleep(duration as number));
for (const duration of [undefined, null, "5", true, {}, 1n]) await attempt(`sleep ${String(duration)}`, () => Bun.sleep(duration as number));
for (const duration of [0, NaN, 0.5, -1, -1.5, undefined, null, "5", true, {}]) await attempt(`sleepSync ${String(duration)}`, () => Bun.sleepSync(duration as number));
print("nanoseconds", [Number.isInteger(Bun.nanoseconds()), Bun.nanoseconds() > 0, Bun.nanoseconds() < 60e9]);
