// What a handler gives may be a proxy, and its traps may throw: then it is neither of these.

/** Whether a handler answers later. */
export function isPromise(value: unknown): value is Promise<unknown> {
  try {
    return value instanceof Promise;
  } catch {
    return false;
  }
}

/** Whether a handler gave an error, which counts as thrown. */
export function isError(value: unknown): value is Error {
  try {
    return value instanceof Error;
  } catch {
    return false;
  }
}
