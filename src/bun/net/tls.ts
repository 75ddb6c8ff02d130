import { readFileSync } from "node:fs";
import type { SecureContextOptions } from "node:tls";
import { storeOf } from "../file-store.js";

/** Options of Bun's `tls` that Node.js has under the same name. */
const SAME = [
  "passphrase",
  "requestCert",
  "rejectUnauthorized",
  "ALPNProtocols",
  "ciphers",
  "secureOptions",
  "checkServerIdentity",
] as const;
const CONTENTS = ["key", "cert", "ca"] as const;

/** What servers and clients of Node.js take. */
export interface NodeTls extends SecureContextOptions {
  servername?: string;
  requestCert?: boolean;
  rejectUnauthorized?: boolean;
  ALPNProtocols?: string[];
}

/** The option `tls` as Node.js wants it; null where there is no TLS. */
export function nodeTls(tls: unknown): NodeTls | null {
  if (tls === undefined || tls === null || tls === false) return null;
  const given: Readonly<Record<string, unknown>> = typeof tls === "object" ? { ...tls } : {};
  const name = given["serverName"] ?? given["servername"];
  return {
    ...Object.fromEntries(SAME.filter((key) => given[key] !== undefined).map((key) => [key, given[key]])),
    ...Object.fromEntries(
      CONTENTS.filter((key) => given[key] !== undefined).map((key) => [key, contentOf(given[key])]),
    ),
    ...(typeof name === "string" && { servername: name }),
  };
}

/** Node.js takes text and bytes, Bun files as well. */
function contentOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(contentOf);
  const path = storeOf(value)?.path;
  return typeof path === "string" ? readFileSync(path) : value;
}
