import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { RESULTS } from "./paths.js";

/** Packages that are measured and nothing else: not worth a place among the dependencies. */
const PACKAGES: Readonly<Record<string, string>> = { "@hono/node-server": "2.1.8", hono: "4" };

const FOLDER = join(RESULTS, "rivals");
const MANIFEST = join(FOLDER, "package.json");

/** Installs the packages once, into the cache. */
export function installRivals(): void {
  const manifest = JSON.stringify({ private: true, dependencies: PACKAGES });
  const current = existsSync(MANIFEST) ? readFileSync(MANIFEST, "utf8") : "";
  if (current === manifest && existsSync(join(FOLDER, "node_modules"))) return;
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(MANIFEST, manifest);
  const { status, stderr } = spawnSync("npm", ["install", "--no-audit", "--no-fund", "--no-save"], {
    cwd: FOLDER,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`cannot install ${Object.keys(PACKAGES).join(", ")}:\n${stderr}`);
}

/** File name of an installed package's entry. */
export function resolveRival(name: string): string {
  return createRequire(MANIFEST).resolve(name);
}
