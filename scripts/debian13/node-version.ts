import { createHash } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { enter } from "./enter.js";
import { CHECKOUT, modulesInside, nodeInside, ROOT } from "./layout.js";
import { fail, progress } from "./progress.js";
import { run } from "./run-command.js";

/** The platform's Node.js program as npm has it; the package holds `bin/node` and nothing else we need. */
const NODE_PACKAGE = `node-linux-${process.arch}`;

/** Installs a Node.js major with its npm, and the checkout's dependencies as that Node.js wants them. */
export function ensureNode(major: string): void {
  installNode(major);
  installModules(major);
}

function installNode(major: string): void {
  const target = join(ROOT, nodeInside(major));
  const bin = join(target, "bin");
  if (existsSync(join(bin, "npx"))) return;
  progress(`installing Node.js ${major}`);
  rmSync(target, { recursive: true, force: true });
  mkdirSync(bin, { recursive: true });
  writeFileSync(join(target, "package.json"), "{}");
  const quiet = ["--ignore-scripts", "--no-audit", "--no-fund"];
  run("npm", ["install", ...quiet, `${NODE_PACKAGE}@${major}`, "npm@11"], { cwd: target });
  symlinkSync(`../node_modules/${NODE_PACKAGE}/bin/node`, join(bin, "node"));
  symlinkSync("../node_modules/npm/bin/npm-cli.js", join(bin, "npm"));
  symlinkSync("../node_modules/npm/bin/npx-cli.js", join(bin, "npx"));
}

/**
 * Native dependencies differ per Node.js major, and npm leaves out the binaries of other majors, so each has
 * a `node_modules` of its own. Installed again when the lock file changed.
 */
function installModules(major: string): void {
  const inside = modulesInside(major);
  const target = join(ROOT, inside);
  const stamp = join(target, ".lock-hash");
  const hash = createHash("sha256")
    .update(readFileSync(join(CHECKOUT, "package-lock.json")))
    .digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === hash) return;
  progress(`installing the dependencies for Node.js ${major}`);
  mkdirSync(target, { recursive: true });
  for (const file of ["package.json", "package-lock.json"])
    copyFileSync(join(CHECKOUT, file), join(target, file));
  const status = enter({ major, directory: inside, checkout: false, quiet: true }, [
    "npm",
    "install",
    "--fetch-retries=1",
    "--no-audit",
    "--no-fund",
  ]);
  if (status !== 0) fail("npm install failed");
  writeFileSync(stamp, hash);
}
