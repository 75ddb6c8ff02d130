/**
 * Which files a program was loaded from, and how often it was reloaded. Without `--watch` and `--hot` nobody asks,
 * and nothing of it costs anything. Where hooks run in a thread of their own, both threads have a copy of this
 * module, and share the number.
 */

/** Search parameter that makes Node.js load a file anew. */
const PARAMETER = "bunshim-reload";

let reloads: Int32Array | null = null;
let listener: ((path: string) => void) | null = null;

/** Begins to follow what is loaded. `shared` holds the number of reloads. */
export function followLoads(shared: Int32Array, called: (path: string) => void): void {
  reloads = shared;
  listener = called;
}

/** The number that both threads read; null where nobody follows. */
export function sharedReloads(): Int32Array | null {
  return reloads;
}

/** Called for each of the program's own files, before it is compiled. */
export function noteLoaded(path: string): void {
  listener?.(path);
}

/** From now on, every file is loaded anew. */
export function nextReload(): void {
  if (reloads !== null) Atomics.add(reloads, 0, 1);
}

/** The URL under which a file is loaded since the last reload. */
export function currentUrl(url: string): string {
  const count = reloads === null ? 0 : Atomics.load(reloads, 0);
  if (count === 0) return url;
  const versioned = new URL(url);
  versioned.searchParams.set(PARAMETER, String(count));
  return versioned.href;
}

/** The URL that the program knows a file by. */
export function plainUrl(url: string): string {
  if (!url.includes(PARAMETER)) return url;
  const plain = new URL(url);
  plain.searchParams.delete(PARAMETER);
  return plain.href;
}
