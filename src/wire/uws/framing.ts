import type { HeaderList } from "../exchange.js";

/**
 * How the content of a request is framed (RFC 9112 section 6), checked again because the engine takes the
 * first of several lengths and any Transfer-Encoding for chunks, which Bun answers with 400.
 */
export type Framing = { length: number } | "bad";

const DIGITS = /^[0-9]+$/;

/** `length` is -1 for chunks and 0 for no content. */
export function framingOf(fields: HeaderList): Framing {
  let length: string | null = null;
  let chunked = false;
  for (let i = 0; i < fields.length; i += 2) {
    const name = fields[i];
    const value = fields[i + 1] ?? "";
    if (name === "content-length") {
      if (!DIGITS.test(value) || (length !== null && length !== value)) return "bad";
      length = value;
    } else if (name === "transfer-encoding") {
      if (chunked || value.toLowerCase() !== "chunked") return "bad";
      chunked = true;
    } else if (name === "") {
      return "bad";
    }
  }
  if (chunked) return length === null ? { length: -1 } : "bad";
  return { length: length === null ? 0 : Number(length) };
}
