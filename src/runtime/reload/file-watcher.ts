import { type FSWatcher, statSync, watch } from "node:fs";
import { basename, dirname, join } from "node:path";

/** Milliseconds without news after which a change counts as complete: editors empty a file before they fill it. */
const QUIET = 40;

/** Tells when one of its files got other content. Keeps the process alive. */
export class FileWatcher {
  readonly #changed: () => void;
  /** By path: what tells one content from another. */
  readonly #files = new Map<string, string>();
  readonly #folders = new Map<string, FSWatcher>();
  #timer: NodeJS.Timeout | null = null;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  add(path: string): void {
    this.#files.set(path, stampOf(path));
    const folder = dirname(path);
    if (this.#folders.has(folder)) return;
    // The folder, for editors put a new file in the place of the old one.
    try {
      const watcher = watch(folder, (_, name) => this.#heard(folder, name));
      watcher.on("error", () => {
        watcher.close();
        this.#folders.delete(folder);
      });
      this.#folders.set(folder, watcher);
    } catch {
      // A folder that cannot be watched: its files do not cause reloads.
    }
  }

  #heard(folder: string, name: string | null): void {
    const isOurs =
      name === null
        ? [...this.#files.keys()].some((path) => dirname(path) === folder)
        : this.#files.has(join(folder, basename(name)));
    if (!isOurs) return;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#compare(), QUIET);
  }

  #compare(): void {
    this.#timer = null;
    let changed = false;
    for (const [path, before] of this.#files) {
      const now = stampOf(path);
      // While an editor saves, there may be no file.
      if (now === "" || now === before) continue;
      this.#files.set(path, now);
      changed = true;
    }
    if (changed) this.#changed();
  }
}

function stampOf(path: string): string {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat === undefined ? "" : `${stat.mtimeMs} ${stat.size} ${stat.ino}`;
}
