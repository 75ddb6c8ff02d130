import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { CACHE, CERTIFICATES, INSIDE, ROOT } from "./layout.js";
import { progress } from "./progress.js";
import { run } from "./run-command.js";

/** Beyond a minimal system: Node.js 26 is linked with libatomic, and tests call curl. */
const EXTRA_PACKAGES = "ca-certificates,curl,libatomic1";

/** How this machine resolves names, and whom it trusts (npm may have to go through a proxy with its own CA). */
const HOST_FILES = ["/etc/hosts", "/etc/resolv.conf", CERTIFICATES];

/** Makes the Debian 13 system once; afterwards only refreshes what it shares with this machine. */
export function ensureRoot(): void {
  if (!existsSync(join(ROOT, "etc/debian_version"))) build();
  for (const file of HOST_FILES) {
    if (existsSync(file)) cpSync(file, join(ROOT, file), { dereference: true });
  }
}

function build(): void {
  if (spawnSync("debootstrap", ["--version"]).error !== undefined) {
    progress("installing debootstrap");
    run("apt-get", ["update", "-qq"]);
    run("apt-get", ["install", "-qq", "-y", "debootstrap"]);
  }
  progress("building a Debian 13 system (half a minute)");
  mkdirSync(CACHE, { recursive: true });
  const unfinished = join(CACHE, `root-${process.pid}`);
  try {
    run("debootstrap", ["--variant=minbase", `--include=${EXTRA_PACKAGES}`, "trixie", unfinished]);
    mkdirSync(join(unfinished, INSIDE), { recursive: true });
    renameSync(unfinished, ROOT);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}
