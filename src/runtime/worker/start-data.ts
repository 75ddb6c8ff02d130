/** Key of what a `Worker` gives its thread at the start, beside the program's own `workerData`. */
export const START_KEY = "bunshim.worker";

/** What a thread of a `Worker` must know. */
export interface StartData {
  /** Path of the program that the process was started with: `Bun.main`. */
  readonly main: string | undefined;
  /** `workerData` of the program. */
  readonly data: unknown;
}

/** What the thread was started with; null in every other thread. */
export function startDataOf(workerData: unknown): StartData | null {
  if (typeof workerData !== "object" || workerData === null || !(START_KEY in workerData)) return null;
  const given: unknown = workerData[START_KEY];
  if (typeof given !== "object" || given === null || !("main" in given) || !("data" in given)) return null;
  return { main: typeof given.main === "string" ? given.main : undefined, data: given.data };
}
