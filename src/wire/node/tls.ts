import {
  createSecureContext,
  type SecureContext,
  type SecureVersion,
  TLSSocket,
  type TlsOptions,
} from "node:tls";
import type { TlsContext } from "../tls-context.js";

/** How long a client may take for the TLS handshake, in milliseconds. */
const HANDSHAKE_LIMIT = 10_000;

/** The options of node's TLS servers for these contexts; the first is for all names that no other one has. */
export function tlsServerOptions(contexts: readonly TlsContext[]): TlsOptions {
  const [fallback, ...others] = contexts;
  if (fallback === undefined) return {};
  const options: TlsOptions = {
    ...materialOf(fallback),
    requestCert: fallback.requestCert,
    rejectUnauthorized: fallback.rejectUnauthorized,
    handshakeTimeout: HANDSHAKE_LIMIT,
  };
  if (others.length === 0) return options;
  const names = new ServerNames(contexts);
  return {
    ...options,
    SNICallback(this: unknown, name, done) {
      const named = names.find(name);
      if (named?.context.requestCert === true && !asksForCertificate(this, fallback, named.context)) {
        done(new Error(`No client certificate can be asked for under ${name}`));
      } else {
        done(null, named?.secure);
      }
    },
  };
}

/**
 * node has one rule for all names of a server. The rule of a connection can be another until its handshake asks
 * for a certificate: the stricter one of the first context and the named one, as in Bun.
 * @returns whether it is: who cannot be asked must not be served
 */
function asksForCertificate(socket: unknown, fallback: TlsContext, named: TlsContext): boolean {
  if (!(socket instanceof TLSSocket)) return false;
  const handle: unknown = Reflect.get(socket, "_handle");
  if (!isVerifier(handle)) return false;
  const rejects = named.rejectUnauthorized || (fallback.requestCert && fallback.rejectUnauthorized);
  handle.setVerifyMode(true, rejects);
  Reflect.set(socket, "_requestCert", true);
  Reflect.set(socket, "_rejectUnauthorized", rejects);
  return true;
}

/** The native side of a TLS socket. */
interface Verifier {
  setVerifyMode(requestCert: boolean, rejectUnauthorized: boolean): void;
}

function isVerifier(handle: unknown): handle is Verifier {
  return (
    typeof handle === "object" &&
    handle !== null &&
    "setVerifyMode" in handle &&
    typeof handle.setVerifyMode === "function"
  );
}

function materialOf(context: TlsContext) {
  return {
    ...(context.key !== null && { key: context.key }),
    ...(context.cert !== null && { cert: context.cert }),
    ...(context.ca !== null && { ca: context.ca }),
    ...(context.crl !== null && { crl: context.crl }),
    ...(context.allowPartialTrustChain === true && { allowPartialTrustChain: true }),
    ...(context.ciphers !== null && { ciphers: context.ciphers }),
    ...(context.sigalgs !== null && { sigalgs: context.sigalgs }),
    ...(context.ecdhCurve !== null && { ecdhCurve: context.ecdhCurve }),
    ...(context.sessionTimeout !== null && { sessionTimeout: Math.max(0, context.sessionTimeout) }),
    ...(context.secureOptions !== 0 && { secureOptions: context.secureOptions }),
    ...versionsOf(context),
  };
}

const VERSIONS: ReadonlyMap<number | null, SecureVersion> = new Map([
  [0x0301, "TLSv1"],
  [0x0302, "TLSv1.1"],
  [0x0303, "TLSv1.2"],
  [0x0304, "TLSv1.3"],
]);

function versionsOf(context: TlsContext): { minVersion?: SecureVersion; maxVersion?: SecureVersion } {
  const minVersion = VERSIONS.get(context.minVersion);
  const maxVersion = VERSIONS.get(context.maxVersion);
  return { ...(minVersion && { minVersion }), ...(maxVersion && { maxVersion }) };
}

interface NamedContext {
  readonly context: TlsContext;
  readonly secure: SecureContext;
}

/**
 * Server names and what is served under them: whole names before patterns, later ones before earlier ones.
 * A `*` stands for exactly one label; case and a dot at the end make no difference.
 * Source: docs/runtime/http/tls.mdx, "Server name indication".
 */
class ServerNames {
  private readonly exact = new Map<string, NamedContext>();
  private readonly patterns: { labels: string[]; named: NamedContext }[] = [];

  constructor(contexts: readonly TlsContext[]) {
    for (const context of contexts) {
      if (context.serverName === undefined) continue;
      const name = normal(context.serverName);
      const named = { context, secure: createSecureContext(materialOf(context)) };
      if (name.includes("*")) this.patterns.unshift({ labels: name.split("."), named });
      else this.exact.set(name, named);
    }
  }

  find(name: string): NamedContext | undefined {
    const asked = normal(name);
    const exact = this.exact.get(asked);
    if (exact !== undefined) return exact;
    const labels = asked.split(".");
    return this.patterns.find((pattern) => matches(pattern.labels, labels))?.named;
  }
}

function normal(name: string): string {
  return name.toLowerCase().replace(/\.$/, "");
}

function matches(pattern: readonly string[], labels: readonly string[]): boolean {
  return (
    pattern.length === labels.length &&
    pattern.every((label, i) => label === labels[i] || (label === "*" && labels[i] !== ""))
  );
}
