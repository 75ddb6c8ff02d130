/** PEM text, its bytes, or a `Bun.file` of it. */
export type TLSContent = string | ArrayBufferView | ArrayBufferLike | Blob;

/** The `tls` option of {@link serve}. Source: docs/runtime/http/tls.mdx. */
export interface TLSOptions {
  /** Private key; of several the last. */
  key?: TLSContent | TLSContent[] | undefined;
  /** Certificate, followed by its chain; of several the last. */
  cert?: TLSContent | TLSContent[] | undefined;
  /** For an encrypted `key`. */
  passphrase?: string;
  /**
   * Authorities that client certificates are verified against.
   * @default the well-known ones
   */
  ca?: TLSContent | TLSContent[] | undefined;
  /** Revocation lists for client certificates. */
  crl?: TLSContent | TLSContent[] | undefined;
  /**
   * Whether clients are asked for a certificate.
   * @default false
   */
  requestCert?: boolean;
  /**
   * Whether clients without a valid certificate are refused, where they are asked for one.
   * @default true
   */
  rejectUnauthorized?: boolean;
  /** The name that this key and certificate are for; `*` stands for one label. */
  serverName?: string;
  /** As `serverName`, which wins. */
  servername?: string;
  /** Path of Diffie-Hellman parameters: checked, and without effect, as in Bun (BoringSSL has no DHE). */
  dhParamsFile?: string;
  /** `SSL_OP_*` bits. */
  secureOptions?: number | undefined;
  /** OpenSSL cipher list. */
  ciphers?: string;
  /** OpenSSL list of signature algorithms. */
  sigalgs?: string;
  /** OpenSSL list of groups for the key exchange. */
  ecdhCurve?: string;
  /** Least and greatest version as on the wire: `0x0303` for TLS 1.2. */
  minVersion?: number;
  maxVersion?: number;
  /** Seconds that a session can be resumed. */
  sessionTimeout?: number;
  /**
   * Whether an authority in `ca` counts that is none itself.
   * @default false
   */
  allowPartialTrustChain?: boolean;
  /**
   * Whether to trade speed for memory.
   * @default false
   */
  lowMemoryMode?: boolean;
  /** Read by Bun for clients only. */
  ALPNProtocols?: string | ArrayBufferView | ArrayBufferLike;
  clientRenegotiationLimit?: number;
  clientRenegotiationWindow?: number;
}
