import { onUnansweredError } from "../serve/error-report.js";

let failed = false;
/** Whether the process is ending by itself, as against `process.exit`, which names its own code. */
let ending = false;

/**
 * As Bun does: a program that ends by itself ends with 1 when a request failed and no `error` handler took
 * the error, whatever `process.exitCode` says.
 */
export function failExitOnUnansweredErrors(): void {
  onUnansweredError(() => {
    if (failed) return;
    failed = true;
    process.on("beforeExit", () => {
      ending = true;
      // Runs only if somebody gave the loop more to do.
      setImmediate(() => {
        ending = false;
      }).unref();
    });
    process.on("exit", () => {
      if (ending) process.exitCode = 1;
    });
  });
}
