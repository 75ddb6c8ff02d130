import { createPrivateKey, type KeyObject, X509Certificate } from "node:crypto";
import { createSecureContext } from "node:tls";
import type { TlsContext } from "../wire/tls-context.js";
import { opensslError } from "./openssl-error.js";
import type { TlsSettings } from "./tls-options.js";

const CERTIFICATE = /^(?:X509 |TRUSTED )?CERTIFICATE$/;

/**
 * Checks what the `tls` option holds before anything listens: the engines would find out at the first
 * handshake, or say only that something is wrong.
 *
 * @returns the contexts with their keys decrypted, so that no engine needs the passphrase
 * @throws {Error} what BoringSSL tells Bun: `ERR_OSSL_PEM_NO_START_LINE`, `ERR_OSSL_X509_KEY_VALUES_MISMATCH` …
 */
export function checkTls(settings: readonly TlsSettings[]): readonly TlsContext[] {
  return settings.map((one) => {
    const cert = one.cert === null ? null : certificateOf(one.cert);
    const keys = one.keys.map((text) => privateKeyOf(text, one.passphrase ?? ""));
    const key = cert === null ? keys.at(-1) : fittingKey(cert, keys);
    if (one.ca !== null && certificatesIn(one.ca).length === 0) {
      throw new Error("Failed to create HTTP server");
    }
    if (one.caFile !== null) expectBlocks(one.caFile, CERTIFICATE);
    if (one.crl !== null) expectBlocks(one.crl, /^X509 CRL$/);
    if (one.dhParams !== null) expectBlocks(one.dhParams, /^(?:X9\.42 )?DH PARAMETERS$/);
    if (one.ciphers !== null) expectCiphers(one.ciphers);
    if (one.sigalgs !== null) expectSignatures(one.sigalgs);
    if (one.ecdhCurve !== null) expectGroups(one.ecdhCurve);
    const { passphrase: _, dhParams: __, caFile, keys: ___, ...context } = one;
    return { ...context, ca: one.ca ?? caFile, key: key === undefined ? null : pemOf(key) };
  });
}

/** The blocks of a PEM text: label and content with its base64 as it stands. */
function blocksOf(text: string): { label: string; block: string }[] {
  return [...text.matchAll(/-----BEGIN ([^-\r\n]+)-----[\s\S]*?-----END \1-----/g)].map(([block, label]) => ({
    label: label ?? "",
    block,
  }));
}

/** The first block with a fitting label; what is around it may be anything, as for BoringSSL. */
function expectBlocks(text: string, label: RegExp): string {
  const found = blocksOf(text).find((one) => label.test(one.label));
  if (found === undefined) {
    const begins = [...text.matchAll(/-----BEGIN ([^-\r\n]+)-----/g)].some(([, name]) =>
      label.test(name ?? ""),
    );
    throw begins ? opensslError("pem", 0x66, "BAD_END_LINE") : opensslError("pem", 0x6e, "NO_START_LINE");
  }
  const lines = found.block.split(/\r?\n/).slice(1, -1);
  const content = lines.filter((line) => !line.includes(": ")).join("");
  if (/[^A-Za-z0-9+/=\s]/.test(content)) throw opensslError("pem", 0x64, "BAD_BASE64_DECODE");
  return found.block;
}

function certificatesIn(text: string): string[] {
  return blocksOf(text).flatMap(({ label, block }) => (CERTIFICATE.test(label) ? block : []));
}

function certificateOf(text: string): X509Certificate {
  const block = expectBlocks(text, CERTIFICATE);
  try {
    return new X509Certificate(block);
  } catch {
    throw opensslError("asn1", 0x6d, "DECODE_ERROR");
  }
}

function privateKeyOf(text: string, passphrase: string): KeyObject {
  const block = expectBlocks(text, /^(?:[A-Z]+ )*PRIVATE KEY$/);
  const encrypted = block.includes("ENCRYPTED");
  try {
    return createPrivateKey({ key: block, passphrase });
  } catch {
    throw encrypted
      ? opensslError("cipher", 0x65, "BAD_DECRYPT")
      : opensslError("asn1", 0x6d, "DECODE_ERROR");
  }
}

/** The last key that belongs to the certificate. */
function fittingKey(cert: X509Certificate, keys: readonly KeyObject[]): KeyObject | undefined {
  const fitting = keys.findLast((key) => cert.checkPrivateKey(key));
  const key = keys.at(-1);
  if (fitting !== undefined || key === undefined) return fitting;
  throw cert.publicKey.asymmetricKeyType === key.asymmetricKeyType
    ? opensslError("x509", 0x74, "KEY_VALUES_MISMATCH")
    : opensslError("x509", 0x73, "KEY_TYPE_MISMATCH");
}

function expectCiphers(ciphers: string): void {
  try {
    createSecureContext({ ciphers });
  } catch {
    throw opensslError("ssl", 0xb1, "NO_CIPHER_MATCH");
  }
}

function expectSignatures(sigalgs: string): void {
  try {
    if (sigalgs !== "") createSecureContext({ sigalgs });
    else throw new Error("empty");
  } catch {
    throw opensslError("ssl", 0x127, "INVALID_SIGNATURE_ALGORITHM");
  }
}

function expectGroups(ecdhCurve: string): void {
  try {
    if (ecdhCurve !== "") createSecureContext({ ecdhCurve });
    else throw new Error("empty");
  } catch {
    throw opensslError("ssl", 0xef, "UNSUPPORTED_ELLIPTIC_CURVE");
  }
}

function pemOf(key: KeyObject): string {
  return String(key.export({ type: "pkcs8", format: "pem" }));
}
