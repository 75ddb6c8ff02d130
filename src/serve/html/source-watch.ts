import { type FSWatcher, watch } from "node:fs";
import { dirname, join } from "node:path";

/** Editors write a file in several steps, in milliseconds. */
const SETTLE = 25;

/** Tells when files change. It does not keep the process alive. */
export class SourceWatch {
  private readonly changed: (files: readonly string[]) => void;
  private readonly watchers = new Map<string, FSWatcher>();
  private readonly pending = new Set<string>();
  private timer: NodeJS.Timeout | null = null;

  /** @param changed called with the paths that something happened to, once it is quiet */
  constructor(changed: (files: readonly string[]) => void) {
    this.changed = changed;
  }

  /** Watches the folders of these files, and no others. Installed packages stay as they are. */
  cover(files: Iterable<string>): void {
    const folders = new Set<string>();
    for (const file of files) if (!/[\\/]node_modules[\\/]/.test(file)) folders.add(dirname(file));
    for (const [folder, watcher] of this.watchers) {
      if (folders.has(folder)) continue;
      watcher.close();
      this.watchers.delete(folder);
    }
    for (const folder of folders) if (!this.watchers.has(folder)) this.watch(folder);
  }

  close(): void {
    this.cover([]);
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }

  private watch(folder: string): void {
    let watcher: FSWatcher;
    try {
      watcher = watch(folder, { persistent: false }, (_, name) => this.note(join(folder, name ?? "")));
    } catch {
      // Gone, or the system has no watches left: the next request finds what changed.
      return;
    }
    watcher.on("error", () => this.watchers.delete(folder));
    this.watchers.set(folder, watcher);
  }

  private note(path: string): void {
    this.pending.add(path);
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.timer = null;
      const files = [...this.pending];
      this.pending.clear();
      this.changed(files);
    }, SETTLE).unref();
  }
}
