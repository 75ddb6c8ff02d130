/** Key, certificate and rules for the clients of one server name. All texts are PEM, and were checked to fit. */
export interface TlsContext {
  /** The name as the user wrote it, possibly with `*` labels; undefined: none. */
  readonly serverName: string | undefined;
  /** Not encrypted. Null: none, and no handshake will succeed. */
  readonly key: string | null;
  /** The certificate and its chain. */
  readonly cert: string | null;
  /** The authorities that client certificates are held against; null: the well-known ones. */
  readonly ca: string | null;
  /** Certificate revocation lists. */
  readonly crl: string | null;
  /** Whether an authority in `ca` counts that is none itself; Node.js knows it from 22.9 on. */
  readonly allowPartialTrustChain?: boolean;
  /** OpenSSL cipher list for TLS 1.2; null: the engine's own. */
  readonly ciphers: string | null;
  /** OpenSSL list of signature algorithms; null: the engine's own. */
  readonly sigalgs: string | null;
  /** OpenSSL list of groups for the key exchange; null: the engine's own. */
  readonly ecdhCurve: string | null;
  /** As on the wire, `0x0303` for TLS 1.2; other numbers and null: the engine's own. */
  readonly minVersion: number | null;
  readonly maxVersion: number | null;
  /** Seconds that a session can be resumed; null: the engine's own. */
  readonly sessionTimeout: number | null;
  /** `SSL_OP_*` bits. */
  readonly secureOptions: number;
  /** Whether clients are asked for a certificate. */
  readonly requestCert: boolean;
  /** Whether clients without a good certificate are refused. */
  readonly rejectUnauthorized: boolean;
  /** Whether to trade speed for memory. */
  readonly lowMemoryMode: boolean;
}
