import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Makes an empty folder, the working directory from now on, that is gone when the program ends. */
export function enterFolder(): void {
  const folder = mkdtempSync(join(tmpdir(), "compat-bun-"));
  process.chdir(folder);
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
}
