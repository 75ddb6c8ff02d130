import { readFileSync } from "node:fs";
import type { TlsContext } from "../../src/wire/tls-context.js";

/** A file of the conformance suite's certificates. */
export function pem(name: string): string {
  return readFileSync(new URL(`../../compat/certificates/${name}.pem`, import.meta.url), "latin1");
}

/** What `Bun.serve` hands a wire where nothing but these was given. */
export function tlsContext(members: Partial<TlsContext> = {}): TlsContext {
  return {
    serverName: undefined,
    key: null,
    cert: null,
    ca: null,
    crl: null,
    ciphers: null,
    sigalgs: null,
    ecdhCurve: null,
    minVersion: null,
    maxVersion: null,
    sessionTimeout: null,
    secureOptions: 0,
    requestCert: false,
    rejectUnauthorized: true,
    lowMemoryMode: false,
    ...members,
  };
}
