/** Libraries of BoringSSL, by the number in its error codes: long name, and the short one of `error.code`. */
const LIBRARIES = {
  pem: [0x09, "PEM routines", "PEM"],
  x509: [0x0b, "X.509 certificate routines", "X509"],
  asn1: [0x0c, "ASN.1 encoding routines", "ASN1"],
  ssl: [0x10, "SSL routines", "SSL"],
  // Alone among them it has no short name in Bun's codes.
  cipher: [0x1e, "Cipher functions", ""],
} as const;

/** An error of BoringSSL as Bun throws it, e.g. `error:0900006e:PEM routines:OPENSSL_internal:NO_START_LINE`. */
export function opensslError(library: keyof typeof LIBRARIES, number: number, reason: string): Error {
  const [id, name, short] = LIBRARIES[library];
  const packed = ((id << 24) | number).toString(16).padStart(8, "0");
  const prefix = library === "ssl" ? "ERR_SSL" : short === "" ? "ERR_OSSL" : `ERR_OSSL_${short}`;
  return Object.assign(new Error(`error:${packed}:${name}:OPENSSL_internal:${reason}`), {
    library: name,
    function: "OPENSSL_internal",
    reason,
    code: `${prefix}_${reason}`,
  });
}
