import { typeError } from "../argument-error.js";
import { compile } from "./pattern.js";
import { type GlobScanOptions, Scan } from "./scan.js";

/**
 * A pattern for paths: `*`, `**`, `?`, `[ab]`, `[!ab]`, `{a,b}`, a leading `!`.
 *
 * @see https://bun.sh/docs/api/glob
 */
export class Glob {
  readonly #pattern: string;
  readonly #matches: (path: string) => boolean;

  /** @throws `ERR_INVALID_ARG_TYPE` */
  constructor(pattern: string) {
    if (typeof pattern !== "string") throw typeError("ERR_INVALID_ARG_TYPE", "pattern must be a string");
    this.#pattern = pattern;
    this.#matches = compile(pattern, true);
  }

  /** Whether the pattern matches a path. @throws `ERR_INVALID_ARG_TYPE` */
  match(path: string): boolean {
    if (typeof path !== "string") throw typeError("ERR_INVALID_ARG_TYPE", "str must be a string");
    return this.#matches(path);
  }

  /**
   * The files that match, in no particular order.
   * @param options see {@link GlobScanOptions}; a string is the folder to look in
   * @throws `ERR_INVALID_ARG_TYPE`; rejects with `ENOENT` when there is no such folder
   */
  scan(options?: GlobScanOptions | string): AsyncGenerator<string, void> {
    return later(new Scan(this.#pattern, options));
  }

  /** {@link scan}, blocking. */
  scanSync(options?: GlobScanOptions | string): Generator<string, void> {
    return new Scan(this.#pattern, options).paths();
  }

  get [Symbol.toStringTag](): string {
    return "Glob";
  }
}

/** Results after which other work gets its turn. */
const BATCH = 64;

async function* later(scan: Scan): AsyncGenerator<string, void> {
  let found = 0;
  for (const path of scan.paths()) {
    if (++found % BATCH === 0) await new Promise((resolve) => setImmediate(resolve));
    yield path;
  }
}
