/** One file that a bundled page consists of. */
export interface Output {
  /** Path of its URL. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Value of `Content-Type`. */
  readonly type: string;
  readonly hash: bigint;
  /** Path of the source map's URL. */
  readonly sourceMap?: string;
}
