import { wrongMember } from "./errors.js";

/**
 * A member that may be absent, and else is a text.
 * @returns null where it is undefined or null
 * @throws {TypeError} `ERR_INVALID_ARG_TYPE` with Bun's message for anything else
 */
export function optionalText(name: string, value: unknown): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value === "string" || value instanceof String) return value.toString();
  throw wrongMember(name, "string", value);
}
