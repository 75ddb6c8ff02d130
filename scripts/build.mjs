/**
 * Builds dist/: ESM bundles by esbuild, declarations by tsc.
 *
 *   node scripts/build.mjs [--no-types] [--if-stale]
 *
 * --no-types   bundles only
 * --if-stale   does nothing when dist/ is newer than src/; builds bundles only otherwise
 */
import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, "dist");
const stamp = join(dist, ".stamp");

/** Name in dist/ → source. Chunks lie beside them: sources that look for a neighbour of theirs rely on it. */
const entries = {
  index: "src/index.ts",
  register: "src/register.ts",
  cli: "src/cli.ts",
  hooks: "src/runtime/hooks.ts",
  bun: "src/runtime/bun-condition.js",
  sqlite: "src/bun/sqlite/index.ts",
  html: "src/html/html-bundle.ts",
};

const { values: flags } = parseArgs({
  options: { "no-types": { type: "boolean" }, "if-stale": { type: "boolean" } },
});

if (!flags["if-stale"] || isStale()) {
  const started = Date.now();
  await bundle();
  if (!flags["no-types"] && !flags["if-stale"]) declare();
  writeFileSync(stamp, "");
  // The stamp tells when reading began, so that an edit during the build makes dist/ stale again.
  utimesSync(stamp, started / 1000, started / 1000);
  console.error(`built dist/ in ${Date.now() - started} ms`);
}

function isStale() {
  if (!existsSync(stamp)) return true;
  const built = statSync(stamp).mtimeMs;
  const sources = ["src", "scripts/build.mjs", "package.json"].map((name) => join(root, name));
  return sources.some((source) => changedSince(source, built));
}

function changedSince(path, time) {
  const stat = statSync(path);
  if (stat.mtimeMs > time) return true;
  return stat.isDirectory() && readdirSync(path).some((name) => changedSince(join(path, name), time));
}

async function bundle() {
  const present = Object.fromEntries(
    Object.entries(entries).filter(([name, source]) => {
      if (existsSync(join(root, source))) return true;
      console.error(`warning: ${source} is missing, dist/${name}.js is not built`);
      return false;
    }),
  );
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: present,
    outdir: dist,
    entryNames: "[name]",
    chunkNames: "chunk-[hash]",
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    packages: "external",
    external: ["bun"],
    sourcemap: "linked",
    sourcesContent: false,
    write: false,
    logLevel: "warning",
  });
  mkdirSync(dist, { recursive: true });
  const written = new Set(["types"]);
  // Chunks before entries, each put in place at once: a program that starts meanwhile sees the old or the new.
  const chunksFirst = outputFiles.toSorted(
    (a, b) => Number(basename(b.path).startsWith("chunk-")) - Number(basename(a.path).startsWith("chunk-")),
  );
  for (const file of chunksFirst) {
    written.add(basename(file.path));
    put(file.path, file.contents);
  }
  // A program that still runs may import an old chunk later, so only the build of a release tidies up.
  if (flags["no-types"] || flags["if-stale"]) return;
  for (const name of readdirSync(dist)) {
    if (!written.has(name) && !name.startsWith(".")) rmSync(join(dist, name), { force: true });
  }
}

function put(path, contents) {
  const mode = basename(path) === "cli.js" ? 0o755 : 0o644;
  if (existsSync(path) && readFileSync(path).equals(contents)) return;
  const draft = join(dist, `.${process.pid}-${basename(path)}`);
  writeFileSync(draft, contents, { mode });
  renameSync(draft, path);
}

function declare() {
  rmSync(join(dist, "types"), { recursive: true, force: true });
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  const { status } = spawnSync(process.execPath, [tsc, "-p", join(root, "tsconfig.build.json")], {
    stdio: "inherit",
  });
  if (status !== 0) process.exit(status ?? 1);
}
