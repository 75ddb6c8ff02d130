import { createHash, randomUUID } from "node:crypto";
import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";

const MAX_AGE_MS = 7 * 24 * 60 * 60 * 1000;

let directory: string | null | undefined;

/** A name for everything that the parts decide. */
export function cacheKey(parts: readonly string[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest("hex");
}

/** Compiler output that an earlier start left, or null. */
export function readOutput(key: string): string | null {
  const folder = cacheDirectory();
  if (folder === null) return null;
  try {
    return readFileSync(join(folder, key), "utf8");
  } catch {
    return null;
  }
}

/** Keeps compiler output for the next start. Never fails: without a cache, starting is only slower. */
export function writeOutput(key: string, output: string): void {
  const folder = cacheDirectory();
  if (folder === null) return;
  try {
    const draft = join(folder, `${key}.${randomUUID()}`);
    writeFileSync(draft, output, { mode: 0o600 });
    renameSync(draft, join(folder, key));
  } catch {
    directory = null;
  }
}

function cacheDirectory(): string | null {
  if (directory === undefined) directory = openDirectory();
  return directory;
}

function openDirectory(): string | null {
  if (process.env["BUNSHIM_CACHE"] === "0") return null;
  const owner = process.getuid?.() ?? userInfo().username;
  const path = join(tmpdir(), `bunshim-${owner}`);
  try {
    mkdirSync(path, { mode: 0o700 });
    return path;
  } catch {
    // There already (or not possible, which the next lines find out).
  }
  try {
    const stat = lstatSync(path);
    // The folder of temporary files is everybody's: code from a folder that somebody else can write never runs.
    const ours = process.getuid === undefined || (stat.uid === process.getuid() && (stat.mode & 0o022) === 0);
    if (!stat.isDirectory() || !ours) return null;
    // Writing touches the folder: one that was used today was tidied on the day before.
    if (Date.now() - stat.mtimeMs < MAX_AGE_MS / 7) return path;
    removeOld(path);
    return path;
  } catch {
    return null;
  }
}

function removeOld(folder: string): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (Date.now() - statSync(path).mtimeMs > MAX_AGE_MS) unlinkSync(path);
  }
}
