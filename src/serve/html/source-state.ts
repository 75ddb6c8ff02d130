import { statSync } from "node:fs";

/** What files looked like when a build read them. */
export class SourceState {
  private readonly marks: ReadonlyMap<string, string>;

  /** @param since when the build began, in milliseconds since 1970: it may have read what was there before a change */
  constructor(files: readonly string[], since: number) {
    this.marks = new Map(files.map((file) => [file, markOf(file, since)]));
  }

  /** Whether one of the files is not what it was. */
  get changed(): boolean {
    for (const [file, mark] of this.marks) if (markOf(file, Number.POSITIVE_INFINITY) !== mark) return true;
    return false;
  }
}

function markOf(file: string, since: number): string {
  try {
    const { mtimeMs, size, ino } = statSync(file);
    return mtimeMs >= since ? "" : `${mtimeMs} ${size} ${ino}`;
  } catch {
    return "gone";
  }
}
