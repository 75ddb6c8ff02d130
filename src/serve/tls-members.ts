import { readFileSync } from "node:fs";
import { EMPTY_FILE, PLAIN_BLOB, readTlsContent } from "../bun/tls-content.js";
import { invalidOption, outOfRange } from "./errors.js";

type Given = Record<string, unknown>;

/** Ranges of the integers among the options. */
export const INT32 = [-(2 ** 31), 2 ** 31 - 1] as const;
export const UINT32 = [0, 2 ** 32 - 1] as const;

/** Each content of a member that may be one or several. */
export function readPem(given: Given, name: string): string[] {
  const value = given[name];
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) {
    return value.map((element: unknown) => {
      const content = contentOf(element, name);
      if (content !== null) return content;
      throw invalidOption(`element of TLSOptions.${name} must be of type string, ArrayBuffer, or Blob`);
    });
  }
  const content = contentOf(value, name);
  if (content !== null) return [content];
  throw invalidOption(
    `TLSOptions.${name} must be of type string, ArrayBuffer, Blob, array of <string, ArrayBuffer, or Blob>, or null`,
  );
}

function contentOf(value: unknown, name: string): string | null {
  const content = readTlsContent(value);
  if (content === EMPTY_FILE) throw invalidOption(`TLSOptions.${name} is an empty file`);
  if (content !== PLAIN_BLOB) return content;
  throw invalidOption(`TLSOptions.${name} is not a valid BunFile (non-BunFile \`Blob\`s are not supported)`);
}

/** The content of a file that a member names. */
export function readNamedFile(name: string, path: string | undefined): string | null {
  if (path === undefined) return null;
  try {
    return readFileSync(path, "latin1");
  } catch {
    throw invalidOption(`Unable to access ${name} path`);
  }
}

export function readText(given: Given, name: string, shown = name): string | undefined {
  const value = given[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== "string") throw invalidOption(`TLSOptions.${shown} must be a string`);
  return value;
}

/** Unlike texts, one that is null is wrong. */
export function readFlag(given: Given, name: string): boolean | undefined {
  const value = given[name];
  if (value === undefined) return undefined;
  if (typeof value !== "boolean") throw invalidOption(`TLSOptions.${name} must be a boolean`);
  return value;
}

/** Unlike the other members, one that is null is wrong. */
export function readInteger(
  given: Given,
  name: string,
  [least, most]: readonly [number, number],
): number | undefined {
  const value = given[name];
  if (value === undefined) return undefined;
  const member = `TLSOptions.${name}`;
  const range = `${member} must be in the range [${least}, ${most}]`;
  if (typeof value === "bigint") {
    if (value >= least && value <= most) return Number(value);
    throw outOfRange(range);
  }
  if (typeof value !== "number") throw invalidOption(`${member} must be a number`);
  const received = Number.isInteger(value) ? BigInt(value) : value;
  if (!Number.isInteger(value) || Math.abs(value) > 2 ** 63) {
    throw outOfRange(`${member} must be an integer (received ${received})`);
  }
  if (value < least || value > most) throw outOfRange(`${range} (received ${received})`);
  return value;
}

/** Bun reads the protocols for clients only: a server offers what it speaks. */
export function checkProtocols(given: Given): void {
  const value = given["ALPNProtocols"];
  if (value === undefined || value === null || typeof value === "string") return;
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer || value instanceof SharedArrayBuffer) return;
  throw invalidOption("TLSOptions.ALPNProtocols must be of type string, ArrayBuffer, or null");
}
