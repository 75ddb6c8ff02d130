import { typeError } from "../argument-error.js";
import { bytesOf } from "../file-store.js";

const REFUSED = "input must be a string, ArrayBuffer, ArrayBufferView or Blob";

/**
 * The text that a parser of this namespace was given: text, bytes of UTF-8, or anything by its string form.
 *
 * @throws TypeError for nothing, and for blobs, which Node.js cannot read at once
 */
export function textOf(input: unknown): string {
  if (typeof input === "string") return input;
  const bytes = bytesOf(input);
  if (bytes !== null) return Buffer.from(bytes).toString();
  if (input === undefined || input === null || input instanceof Blob) {
    throw typeError("ERR_INVALID_ARG_TYPE", REFUSED);
  }
  return String(input);
}

/** The error for text that is not in a format, e.g. `TOML Parse error: …`. */
export function parseError(format: string, cause: unknown): SyntaxError {
  const text = cause instanceof Error ? cause.message : String(cause);
  const [line = ""] = text.replace(/^(?:Invalid TOML document|JSON5): /, "").split("\n", 1);
  return new SyntaxError(`${format} Parse error: ${line.replace(/ at line \d+, column \d+:$/, "")}`);
}
