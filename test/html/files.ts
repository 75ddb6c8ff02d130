import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";

/** Makes a folder with files for one test; its path. */
export function folder(files: Record<string, string | Uint8Array>): string {
  const path = realpathSync(mkdtempSync(join(tmpdir(), "bunshim-html-")));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  put(path, files);
  return path;
}

/** Writes files below a folder. */
export function put(path: string, files: Record<string, string | Uint8Array>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
  }
}
