// @covers Bun.spawn
const late = Bun.spawn(["sleep", "60"], { timeout: 20 });
console.log(await late.exited, late.signalCode);
const hard = Bun.spawn(["sleep", "60"], { timeout: 20, killSignal: "SIGKILL" });
console.log(await hard.exited, hard.signalCode);
const controller = new AbortController();
const aborted = Bun.spawn(["sleep", "60"], { signal: controller.signal, killSignal: "SIGINT" });
controller.abort();
console.log(await aborted.exited, aborted.signalCode);
try {
  Bun.spawn(["sleep", "60"], { signal: AbortSignal.abort("why") });
} catch (error: any) {
  console.log(error.name, error.code, error.message, error.cause, error instanceof Error);
}
const early = Bun.spawn(["true"], { timeout: 60_000 });
console.log(await early.exited, early.signalCode);
for (const options of [{ timeout: "x" }, { timeout: -1 }, { timeout: 1.5 }, { timeout: Number.NaN }, { killSignal: "x" }, { killSignal: 99 }, { signal: 5 }] as any[]) {
  try {
    await Bun.spawn(["true"], options).exited;
    console.log("started");
  } catch (error: any) {
    console.log(error.name, error.code, error.message);
  }
}
