import { typeError } from "./argument-error.js";

/**
 * Waits.
 *
 * @param duration milliseconds (0 and less: until the next turn), or the time to wake up at
 * @throws {TypeError} for anything else
 * @see https://bun.sh/docs/api/utils#bun-sleep
 */
export function sleep(duration: number | Date): Promise<void> {
  const milliseconds = duration instanceof Date ? duration.getTime() - Date.now() : duration;
  if (typeof milliseconds !== "number") throw new TypeError("sleep expects a number (milliseconds)");
  return new Promise((resolve) => {
    setTimeout(resolve, Math.max(Math.trunc(milliseconds) || 0, 0));
  });
}

/**
 * Blocks the thread.
 *
 * @param milliseconds not negative
 * @throws `ERR_INVALID_ARG_TYPE`
 * @see https://bun.sh/docs/api/utils#bun-sleepsync-ms-number
 */
export function sleepSync(milliseconds: number): void {
  if (typeof milliseconds !== "number") {
    throw typeError("ERR_INVALID_ARG_TYPE", "milliseconds must be a number");
  }
  if (milliseconds < 0) {
    const message = `argument to sleepSync must not be negative, got ${Math.trunc(milliseconds)}`;
    throw typeError("ERR_INVALID_ARG_TYPE", message);
  }
  const whole = Math.trunc(milliseconds) || 0;
  if (whole > 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, whole);
}
