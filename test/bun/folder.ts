import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

/** A folder of the test file's own, gone when its tests are over. Returns the path of a file in it. */
export function temporaryFolder(): (name: string) => string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "bunshim-test-")));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return (name) => join(folder, name);
}
