import { closeSync, openSync, readFileSync, readSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import process from "node:process";
import type { Uws } from "./types.js";

/** Why a build of uWebSockets.js is not used, in the user's words. */
export interface Refusal {
  /** Which build: `uWebSockets.js 20.69.0`. */
  readonly candidate: string;
  /** Completes "uWebSockets.js 20.69.0 …": `has no binary for Node.js 21 on linux-x64`. */
  readonly reason: string;
  /** What the user can change; undefined where we do not know. */
  readonly fix: string | undefined;
}

/** What {@link loadEngine} found. `uws` is null where no build loads. */
export type Engine =
  | { readonly uws: Uws; readonly version: string; readonly source: string; readonly refusals: Refusal[] }
  | { readonly uws: null; readonly refusals: Refusal[] };

/** Bun's limit for the request line and header fields, in bytes; uWebSockets.js alone takes 4096. */
export const MAX_HEADER_BYTES = 16_384;

/** Our own dependencies, the newest first. 20.51.4 is the last build for Node.js 20 and for glibc < 2.38. */
const OWN_ALIASES = ["uWebSockets.js", "uWebSockets.js-20.51"];

/** Platform package of the npm republication, e.g. `@uwsjs/linux-x64-24`. */
const PLATFORM = `${process.platform}-${process.arch}`;
const NODE_MAJOR = process.versions.node.split(".", 1)[0] ?? "";

interface Manifest {
  name: string;
  version: string;
  optionalDependencies?: Record<string, string>;
}

let loaded: Engine | undefined;

/**
 * Loads uWebSockets.js: a build that the user installed from its official source, else the newest of our own
 * that runs here. The answer is remembered; it is the same in every call of a thread.
 */
export function loadEngine(): Engine {
  loaded ??= findEngine();
  return loaded;
}

function findEngine(): Engine {
  const refusals: Refusal[] = [];
  if (usesMusl()) {
    refusals.push({
      candidate: "uWebSockets.js",
      reason: "needs glibc, and this Node.js is built for musl",
      fix: "use an image with glibc (such as node:24-trixie-slim)",
    });
    return { uws: null, refusals };
  }
  const seen = new Set<string>();
  for (const from of [process.argv[1], join(process.cwd(), "index.js")]) {
    const entry = from === undefined ? undefined : resolveFrom(from, "uWebSockets.js");
    if (entry === undefined || seen.has(entry)) continue;
    seen.add(entry);
    const manifest = readManifest(entry);
    // The same name may lead to our own alias, hoisted into the user's node_modules.
    if (manifest?.name !== "uWebSockets.js") continue;
    const engine = attempt(entry, manifest, "installed by you", refusals);
    if (engine !== undefined) return engine;
  }
  for (const alias of OWN_ALIASES) {
    const entry = resolveFrom(import.meta.url, alias);
    const manifest = entry === undefined ? undefined : readManifest(entry);
    if (entry === undefined || manifest === undefined) {
      refusals.push({
        candidate: alias,
        reason: "is not installed",
        fix: "install bunshim's dependencies again",
      });
      continue;
    }
    const engine = attempt(entry, manifest, manifest.name, refusals);
    if (engine !== undefined) return engine;
  }
  return { uws: null, refusals };
}

/** Loads one build, or adds the reason why not. */
function attempt(entry: string, manifest: Manifest, source: string, refusals: Refusal[]): Engine | undefined {
  const candidate = `uWebSockets.js ${manifest.version}`;
  const binary = binaryOf(entry, manifest);
  if (binary === undefined) {
    refusals.push({
      candidate,
      reason: `has no binary for Node.js ${NODE_MAJOR} on ${PLATFORM}`,
      fix: fixForNodeVersion(manifest),
    });
    return undefined;
  }
  try {
    const uws = requireEngine(entry, binary);
    return { uws, version: manifest.version, source, refusals };
  } catch (error) {
    refusals.push(refusalOf(candidate, binary, error));
    return undefined;
  }
}

/**
 * What to require for this Node.js, or undefined when the build does not know this Node.js. `@uwsjs/core`
 * keeps its binaries in packages of its own, one per platform and Node.js major; the official package keeps
 * them beside its entry file and finds them itself.
 */
function binaryOf(entry: string, manifest: Manifest): string | undefined {
  if (manifest.name === "uWebSockets.js") return entry;
  const name = `@uwsjs/${PLATFORM}-${NODE_MAJOR}`;
  return manifest.optionalDependencies?.[name] === undefined ? undefined : name;
}

function requireEngine(entry: string, binary: string): Uws {
  // The native code reads the variable once, while it is loaded. It is removed again: neither the user's
  // environment nor that of child processes should show it. (In a worker thread with its own `process.env`
  // the native code cannot see it: the main thread has to load first for the limit to be raised.)
  const own = process.env["UWS_HTTP_MAX_HEADERS_SIZE"] === undefined;
  if (own) process.env["UWS_HTTP_MAX_HEADERS_SIZE"] = String(MAX_HEADER_BYTES);
  try {
    const uws: Uws = createRequire(entry)(binary);
    uws._cfg("silent");
    return uws;
  } finally {
    if (own) delete process.env["UWS_HTTP_MAX_HEADERS_SIZE"];
  }
}

function refusalOf(candidate: string, binary: string, error: unknown): Refusal {
  const message = error instanceof Error ? error.message : String(error);
  const neededGlibc = /version `GLIBC_([\d.]+)' not found/.exec(message)?.[1];
  if (neededGlibc !== undefined) {
    return {
      candidate,
      // Asking for the system's version takes milliseconds; mostly an older build loads and nobody asks.
      get reason() {
        return `needs glibc ${neededGlibc} or newer, and this system has ${systemGlibc()}`;
      },
      fix: `use Debian 13, Ubuntu 24.04 or newer (such as the image node:${NODE_MAJOR}-trixie-slim)`,
    };
  }
  if (message.includes("supports only Node.js versions")) {
    return {
      candidate,
      reason: `has no binary for Node.js ${NODE_MAJOR} on ${PLATFORM}`,
      fix: "install a uWebSockets.js for this Node.js version",
    };
  }
  if (error instanceof Error && "code" in error && error.code === "MODULE_NOT_FOUND") {
    return {
      candidate,
      reason: `is installed without its binary package ${binary}`,
      fix: "install with optional dependencies, on the system and with the Node.js version that runs it",
    };
  }
  return { candidate, reason: `does not load (${message.split("\n", 1)[0]})`, fix: undefined };
}

function fixForNodeVersion(manifest: Manifest): string | undefined {
  const prefix = `@uwsjs/${PLATFORM}-`;
  const majors = Object.keys(manifest.optionalDependencies ?? {})
    .filter((name) => name.startsWith(prefix))
    .map((name) => Number(name.slice(prefix.length)))
    .filter((major) => major >= 20)
    .sort((a, b) => a - b);
  if (majors.length === 0) return undefined;
  return `use Node.js ${majors.join(", ").replace(/, (\d+)$/, " or $1")}`;
}

function resolveFrom(file: string, name: string): string | undefined {
  try {
    return createRequire(file).resolve(name);
  } catch {
    return undefined;
  }
}

/** `require("…/package.json")` is not an option: the packages' `exports` do not name it. */
function readManifest(entry: string): Manifest | undefined {
  try {
    const manifest: Manifest = JSON.parse(readFileSync(join(dirname(entry), "package.json"), "utf8"));
    return manifest;
  } catch {
    return undefined;
  }
}

/**
 * Whether Node.js itself runs on musl, by the interpreter that its program file names. A glibc binary must
 * not even be tried there: with a compatibility layer installed it may load and then crash.
 */
function usesMusl(): boolean {
  if (process.platform !== "linux") return false;
  try {
    const head = Buffer.alloc(2048);
    const descriptor = openSync(process.execPath, "r");
    try {
      readSync(descriptor, head, 0, head.length, 0);
    } finally {
      closeSync(descriptor);
    }
    return head.includes("/ld-musl-");
  } catch {
    return false;
  }
}

function systemGlibc(): string {
  const { report } = process;
  // Without this switch (Node.js 20.13+) a report looks up the names of all remote hosts.
  const before = "excludeNetwork" in report ? report.excludeNetwork : undefined;
  Object.assign(report, { excludeNetwork: true });
  const content = report.getReport();
  Object.assign(report, { excludeNetwork: before });
  const header = "header" in content ? content.header : undefined;
  const version =
    typeof header === "object" && header !== null && "glibcVersionRuntime" in header
      ? header.glibcVersionRuntime
      : undefined;
  return typeof version === "string" ? version : "an older one";
}
