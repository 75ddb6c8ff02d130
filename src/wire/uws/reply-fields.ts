import type { HeaderList } from "../exchange.js";
import type { UwsBytes, UwsResponse } from "./types.js";

const NON_ASCII = /[\u0080-\uffff]/;

/** A reply's fields as the engine takes them in one call. */
export interface FieldBlock {
  /** Name of the first field; empty when there is none. */
  name: string;
  /** Value of the first field, and every further field as `\r\nname: value`. */
  rest: UwsBytes;
  /** Whether the fields ask for the connection to be closed (RFC 9112 section 9.6). */
  close: boolean;
}

/**
 * The engine copies names and values to the wire as they are, so one call can carry all fields: values hold
 * no CR and LF (the contract of HeaderList). It always writes its own Date, and `Connection: close` itself
 * when it closes.
 */
export function fieldBlock(headers: HeaderList): FieldBlock {
  let first = "";
  let rest = "";
  let close = false;
  for (let i = 0; i < headers.length; i += 2) {
    const name = headers[i] ?? "";
    const value = headers[i + 1] ?? "";
    if (name.length === 4 && name.toLowerCase() === "date") continue;
    if (name.length === 10 && name.toLowerCase() === "connection" && value.toLowerCase() === "close") {
      close = true;
      continue;
    }
    if (first === "") {
      first = name;
      rest = value;
    } else {
      rest += `\r\n${name}: ${value}`;
    }
  }
  // The engine would send UTF-8; fields are latin-1 (RFC 9110 section 5.5).
  return { name: first, rest: NON_ASCII.test(rest) ? Buffer.from(rest, "latin1") : rest, close };
}

export function writeFields(response: UwsResponse, block: FieldBlock): void {
  if (block.name !== "") response.writeHeader(block.name, block.rest);
}
