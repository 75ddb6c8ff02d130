import { readFileSync } from "node:fs";
import { PLAIN_BLOB, readTlsContent } from "../bun/tls-content.js";
import type { TlsContext } from "../wire/tls-context.js";
import { invalidOption } from "./errors.js";

/** The `tls` option as given: read, its types checked, its contents not. */
export interface TlsSettings extends Omit<TlsContext, "key"> {
  /** All that were given; the last that fits the certificate counts. */
  readonly keys: readonly string[];
  readonly passphrase: string | undefined;
  readonly dhParams: string | null;
  /** Content of the file; counts where there is no `ca`. */
  readonly caFile: string | null;
}

/** Members of `tls` that make a server a TLS server: everything else alone leaves it a plain one. */
const TLS_MEMBERS = ["key", "cert", "ca", "crl", "keyFile", "certFile", "caFile", "serverName", "servername"];

/**
 * Reads `tls`, or the older way of the same members beside `port`.
 *
 * @returns the contexts, the first for clients that name no known server; null for a server without TLS
 * @throws {TypeError} `ERR_INVALID_ARG_TYPE`, with Bun's message
 * @throws {Error} the system's, for a file that cannot be read
 */
export function readTls(options: Record<string, unknown>): readonly TlsSettings[] | null {
  const given = options["tls"];
  if (Array.isArray(given)) {
    const contexts = given.flatMap((entry: unknown) => readContext(entry) ?? []);
    if (contexts.slice(1).some(({ serverName }) => serverName === undefined)) {
      throw invalidOption("SNI tls object must have a serverName");
    }
    return contexts.length === 0 ? null : contexts;
  }
  const context = readContext(given) ?? readContext(options);
  return context === null ? null : [context];
}

/** @returns null where nothing asks for TLS */
function readContext(given: unknown): TlsSettings | null {
  if (given === undefined || given === null || given === false || given === 0 || given === "") return null;
  if (!isRecord(given)) throw invalidOption("TLSOptions must be an object");
  if (TLS_MEMBERS.every((name) => isNothing(given[name]))) return null;
  const passphrase = readText(given, "passphrase");
  const dhParamsFile = readText(given, "dhParamsFile");
  const keyFile = readFileMember(given, "keyFile");
  const certFile = readFileMember(given, "certFile");
  const caFile = readFileMember(given, "caFile");
  const cert = readPem(given, "cert").at(-1) ?? certFile;
  const keys = readPem(given, "key");
  return {
    passphrase,
    dhParams: dhParamsFile === undefined ? null : readNamedFile("dhParamsFile", dhParamsFile),
    // Of several certificates, Bun serves the last.
    cert,
    keys: keys.length === 0 && keyFile !== null ? [keyFile] : keys,
    ca: joined(readPem(given, "ca")),
    caFile,
    crl: joined(readPem(given, "crl")),
    ciphers: readText(given, "ciphers") ?? null,
    secureOptions: readNumber(given, "secureOptions") ?? 0,
    requestCert: readFlag(given, "requestCert") ?? false,
    rejectUnauthorized: readFlag(given, "rejectUnauthorized") ?? true,
    lowMemoryMode: readFlag(given, "lowMemoryMode") ?? false,
    serverName: nonEmpty(readText(given, "serverName") ?? readText(given, "servername", "serverName")),
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return (typeof value === "object" && value !== null) || typeof value === "function";
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}

function nonEmpty(text: string | undefined): string | undefined {
  return text === "" ? undefined : text;
}

/** Several authorities in one text need a line break between them. */
function joined(texts: readonly string[]): string | null {
  return texts.length === 0 ? null : texts.join("\n");
}

/** Each content of a member that may be one or several. */
function readPem(given: Record<string, unknown>, name: string): string[] {
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
  if (content !== PLAIN_BLOB) return content;
  throw invalidOption(`TLSOptions.${name} is not a valid BunFile (non-BunFile \`Blob\`s are not supported)`);
}

function readFileMember(given: Record<string, unknown>, name: string): string | null {
  const path = readText(given, name);
  return path === undefined ? null : readNamedFile(name, path);
}

function readNamedFile(name: string, path: string): string {
  try {
    return readFileSync(path, "latin1");
  } catch {
    throw invalidOption(`Unable to access ${name} path`);
  }
}

function readText(given: Record<string, unknown>, name: string, shown = name): string | undefined {
  const value = given[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== "string") throw invalidOption(`TLSOptions.${shown} must be a string`);
  return value;
}

function readNumber(given: Record<string, unknown>, name: string): number | undefined {
  const value = given[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== "number") throw invalidOption(`TLSOptions.${name} must be a number`);
  return value;
}

function readFlag(given: Record<string, unknown>, name: string): boolean | undefined {
  const value = given[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== "boolean") throw invalidOption(`TLSOptions.${name} must be a boolean`);
  return value;
}
