import { createSecureContext, type SecureContext, type SecureVersion, type TlsOptions } from "node:tls";
import type { TlsContext } from "../tls-context.js";

/** How long a client may take for the TLS handshake, in milliseconds. */
const HANDSHAKE_LIMIT = 10_000;

/** The options of node's TLS servers for these contexts; the first is for all names that no other one has. */
export function tlsServerOptions(contexts: readonly TlsContext[]): TlsOptions {
  const [fallback, ...others] = contexts;
  if (fallback === undefined) return {};
  const options: TlsOptions = {
    ...materialOf(fallback),
    requestCert: contexts.some((context) => context.requestCert),
    rejectUnauthorized: fallback.rejectUnauthorized,
    handshakeTimeout: HANDSHAKE_LIMIT,
  };
  if (others.length === 0) return options;
  const names = new ServerNames(contexts);
  return {
    ...options,
    SNICallback: (name, done) => done(null, names.find(name)),
  };
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

/**
 * Server names and what is served under them: whole names before patterns, later ones before earlier ones.
 * A `*` stands for exactly one label; case and a dot at the end make no difference.
 * Source: docs/runtime/http/tls.mdx, "Server name indication".
 */
class ServerNames {
  private readonly exact = new Map<string, SecureContext>();
  private readonly patterns: { labels: string[]; context: SecureContext }[] = [];

  constructor(contexts: readonly TlsContext[]) {
    for (const context of contexts) {
      if (context.serverName === undefined) continue;
      const name = normal(context.serverName);
      const secure = createSecureContext(materialOf(context));
      if (name.includes("*")) this.patterns.unshift({ labels: name.split("."), context: secure });
      else this.exact.set(name, secure);
    }
  }

  find(name: string): SecureContext | undefined {
    const asked = normal(name);
    const exact = this.exact.get(asked);
    if (exact !== undefined) return exact;
    const labels = asked.split(".");
    return this.patterns.find((pattern) => matches(pattern.labels, labels))?.context;
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
