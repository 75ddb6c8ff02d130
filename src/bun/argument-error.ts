import { inspect } from "node:util";

/** A `TypeError` or `RangeError` with the `code` that Bun and Node put on argument errors. */
export interface ArgumentError extends Error {
  code: string;
}

/** `TypeError` with `code` (not enumerable, as in Bun). */
export function typeError(code: string, message: string): ArgumentError {
  return coded(new TypeError(message), code);
}

/** `RangeError` with `code: "ERR_OUT_OF_RANGE"`. */
export function rangeError(name: string, range: string, received: unknown): ArgumentError {
  const message = `The value of "${name}" is out of range. It must be ${range}. Received ${String(received)}`;
  return coded(new RangeError(message), "ERR_OUT_OF_RANGE");
}

/** What follows `Received ` in argument errors: `undefined`, `type number (1)`, `an instance of Object`. */
export function received(value: unknown): string {
  if (value === undefined || value === null) return String(value);
  if (typeof value === "function") return `function ${value.name}`;
  if (typeof value === "object") {
    const name: unknown = value.constructor?.name;
    return typeof name === "string" && name !== "" ? `an instance of ${name}` : inspect(value, { depth: -1 });
  }
  return `type ${typeof value} (${inspect(value, { colors: false }).slice(0, 28)})`;
}

function coded(error: Error, code: string): ArgumentError {
  Object.defineProperty(error, "code", { value: code, configurable: true, writable: true });
  return error as ArgumentError;
}
