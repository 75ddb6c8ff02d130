import type { TlsContext } from "../wire/tls-context.js";
import { invalidOption } from "./errors.js";
import {
  checkProtocols,
  INT32,
  readFlag,
  readInteger,
  readNamedFile,
  readPem,
  readText,
  UINT32,
} from "./tls-members.js";

/** The `tls` option as given: read, its types checked, its contents not. */
export interface TlsSettings extends Omit<TlsContext, "key"> {
  /** All that were given; the last that fits the certificate counts. */
  readonly keys: readonly string[];
  readonly passphrase: string | undefined;
  readonly dhParams: string | null;
  /** Content of the file; counts where there is no `ca`. */
  readonly caFile: string | null;
}

/** Members of `tls` that make a server a TLS server unless they are false, 0 or empty; `rejectUnauthorized` does always. */
const TLS_MEMBERS = [
  "ALPNProtocols",
  "allowPartialTrustChain",
  "ca",
  "caFile",
  "cert",
  "certFile",
  "ciphers",
  "clientRenegotiationLimit",
  "clientRenegotiationWindow",
  "crl",
  "dhParamsFile",
  "ecdhCurve",
  "key",
  "keyFile",
  "lowMemoryMode",
  "maxVersion",
  "minVersion",
  "passphrase",
  "requestCert",
  "secureOptions",
  "serverName",
  "servername",
  "sessionTimeout",
  "sigalgs",
];

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
    const contexts = given.flatMap((entry: unknown) => {
      if (!isRecord(entry)) throw invalidOption("TLSOptions must be an object");
      return readContext(entry) ?? [];
    });
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
  if (!given) return null;
  if (!isRecord(given) || Array.isArray(given)) throw invalidOption("TLSOptions must be an object");
  // In Bun's order: the first that is wrong is the one that is named.
  const passphrase = readText(given, "passphrase");
  const dhParamsFile = readText(given, "dhParamsFile");
  const serverName = readText(given, "serverName") ?? readText(given, "servername", "serverName");
  const lowMemoryMode = readFlag(given, "lowMemoryMode") ?? false;
  const rejectUnauthorized =
    given["rejectUnauthorized"] === null || (readFlag(given, "rejectUnauthorized") ?? true);
  const requestCert = readFlag(given, "requestCert") ?? false;
  const ca = joined(readPem(given, "ca"));
  const certs = readPem(given, "cert");
  const keys = readPem(given, "key");
  const secureOptions = readInteger(given, "secureOptions", UINT32) ?? 0;
  const minVersion = readInteger(given, "minVersion", INT32) ?? null;
  const maxVersion = readInteger(given, "maxVersion", INT32) ?? null;
  const keyFile = readText(given, "keyFile");
  const certFile = readText(given, "certFile");
  const caFile = readText(given, "caFile");
  checkProtocols(given);
  const ciphers = readText(given, "ciphers") ?? null;
  readInteger(given, "clientRenegotiationLimit", UINT32);
  readInteger(given, "clientRenegotiationWindow", UINT32);
  const crl = joined(readPem(given, "crl"));
  const allowPartialTrustChain = readFlag(given, "allowPartialTrustChain") ?? false;
  const sessionTimeout = readInteger(given, "sessionTimeout", INT32) ?? null;
  const sigalgs = readText(given, "sigalgs") ?? null;
  const ecdhCurve = readText(given, "ecdhCurve") ?? null;
  const dhParams = readNamedFile("dhParamsFile", dhParamsFile);
  const keyInFile = readNamedFile("keyFile", keyFile);
  const certInFile = readNamedFile("certFile", certFile);
  if (
    typeof given["rejectUnauthorized"] !== "boolean" &&
    TLS_MEMBERS.every((name) => isNothing(given[name]))
  ) {
    return null;
  }
  return {
    passphrase,
    dhParams,
    // Of several certificates, Bun serves the last.
    cert: certs.at(-1) ?? certInFile,
    keys: keys.length === 0 && keyInFile !== null ? [keyInFile] : keys,
    ca,
    caFile: readNamedFile("caFile", caFile),
    crl,
    allowPartialTrustChain,
    ciphers,
    sigalgs,
    ecdhCurve,
    minVersion,
    maxVersion,
    sessionTimeout,
    secureOptions,
    requestCert,
    rejectUnauthorized,
    lowMemoryMode,
    serverName: nonEmpty(serverName),
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return (typeof value === "object" && value !== null) || typeof value === "function";
}

function isNothing(value: unknown): boolean {
  if (value === undefined || value === null || value === false) return true;
  return Array.isArray(value) ? value.length === 0 : value === 0 || value === 0n;
}

function nonEmpty(text: string | undefined): string | undefined {
  return text === "" ? undefined : text;
}

/** Several authorities in one text need a line break between them. */
function joined(texts: readonly string[]): string | null {
  return texts.length === 0 ? null : texts.join("\n");
}
