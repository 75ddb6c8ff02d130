import { invalidOption } from "./errors.js";

/**
 * A member that may be absent, and else is a text.
 * @returns null where it is undefined or null
 * @throws {TypeError} `ERR_INVALID_ARG_TYPE` with Bun's message for anything else
 */
export function optionalText(name: string, value: unknown): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value === "string" || value instanceof String) return value.toString();
  const kind = Array.isArray(value) ? "array" : typeof value;
  throw invalidOption(`The "${name}" property must be of type string, got ${kind}`);
}
