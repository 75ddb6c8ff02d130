import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Contender, releaseOf } from "./contenders.js";
import { RESULTS } from "./paths.js";

const FOLDER = join(RESULTS, "release");
const PACKAGE = join(FOLDER, "node_modules/bunshim");

/**
 * bunshim as it was released last, installed into the cache; undefined when there is no release yet.
 * @param file a packed tarball that is taken instead of the newest version in the registry
 * @throws {Error} when it cannot be installed
 */
export function installRelease(file: string | undefined): Contender | undefined {
  const source = file === undefined ? newestVersion() : resolve(file);
  if (source === undefined) return undefined;
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, "package.json"), '{ "private": true }');
  const { status, stderr } = npm(["install", "--no-audit", "--no-fund", source]);
  if (status !== 0) throw new Error(`cannot install ${source}:\n${stderr}`);
  const manifest: { version: string } = JSON.parse(readFileSync(join(PACKAGE, "package.json"), "utf8"));
  return releaseOf(manifest.version, join(PACKAGE, "dist/cli.js"));
}

/** Undefined when the registry has none, or cannot be reached. */
function newestVersion(): string | undefined {
  mkdirSync(FOLDER, { recursive: true });
  const { status, stdout } = npm(["view", "bunshim", "version"]);
  return status === 0 && stdout.trim() !== "" ? `bunshim@${stdout.trim()}` : undefined;
}

function npm(args: readonly string[]) {
  return spawnSync("npm", args, { cwd: FOLDER, encoding: "utf8" });
}
