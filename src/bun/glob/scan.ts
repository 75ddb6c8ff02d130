import { type Dirent, readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { typeError } from "../argument-error.js";
import { asSystemError, systemError } from "../system-error.js";
import { compile, depthOf, splitBase } from "./pattern.js";

/** Options of `glob.scan`. */
export interface GlobScanOptions {
  /** Where to look. Default: the working directory */
  cwd?: string;
  /** Match names that start with a dot. Default: false */
  dot?: boolean;
  /** Absolute paths as results. Default: false */
  absolute?: boolean;
  /** Go through symbolic links. Default: false */
  followSymlinks?: boolean;
  /** Fail for links that lead nowhere. Default: false */
  throwErrorOnBrokenSymlink?: boolean;
  /** Files only, no folders and no links. Default: true */
  onlyFiles?: boolean;
}

/** One walk through a folder. */
export class Scan {
  readonly #cwd: string;
  readonly #base: string;
  readonly #rest: string;
  readonly #options: GlobScanOptions;
  readonly #matches: (path: string) => boolean;
  readonly #depth: number;
  /** Whether names that start with a dot are looked at: wanted, or named by the pattern itself. */
  readonly #hidden: boolean;
  /** Folders above the current one: a link to one of them ends there. */
  readonly #above: string[] = [];

  /** @throws `ERR_INVALID_ARG_TYPE` */
  constructor(pattern: string, options: unknown) {
    this.#options = checked(options);
    this.#cwd = resolve(this.#options.cwd ?? ".");
    const { base, rest } = splitBase(pattern);
    this.#base = base;
    this.#rest = rest;
    this.#matches = compile(rest, this.#options.dot === true);
    this.#depth = depthOf(rest);
    this.#hidden = this.#options.dot === true || /(^|\/)\./.test(rest);
  }

  /** Every path that matches. @throws system errors in Bun's form */
  *paths(): Generator<string, void> {
    if (this.#rest === "") return;
    this.#requireFolder();
    yield* this.#walk(resolve(this.#cwd, this.#base), "", 1);
  }

  #requireFolder(): void {
    const { cwd } = this.#options;
    if (cwd !== undefined && statSync(this.#cwd, { throwIfNoEntry: false }) === undefined) {
      throw systemError("ENOENT", "open", cwd);
    }
  }

  *#walk(folder: string, prefix: string, level: number): Generator<string, void> {
    this.#above.push(folder);
    for (const entry of entriesOf(folder)) {
      if (entry.name.startsWith(".") && !this.#hidden) continue;
      const path = prefix + entry.name;
      const kind = this.#kindOf(entry, join(folder, entry.name), path);
      if (kind === null) continue;
      const wanted = kind === "file" || this.#options.onlyFiles === false;
      if (wanted && this.#matches(path)) yield this.#result(path);
      if (kind === "folder" && level < this.#depth) {
        yield* this.#walk(join(folder, entry.name), `${path}/`, level + 1);
      }
    }
    this.#above.pop();
  }

  #kindOf(entry: Dirent, absolute: string, path: string): "file" | "folder" | "other" | null {
    if (!entry.isSymbolicLink()) return entry.isDirectory() ? "folder" : entry.isFile() ? "file" : "other";
    if (this.#options.followSymlinks !== true) return "other";
    const target = statSync(absolute, { throwIfNoEntry: false });
    if (target === undefined) {
      if (this.#options.throwErrorOnBrokenSymlink === true) throw systemError("ENOENT", "open", path);
      return this.#options.onlyFiles === false ? "other" : null;
    }
    if (!target.isDirectory()) return "file";
    const cycle = this.#above.some((folder) => {
      const above = statSync(folder);
      return above.ino === target.ino && above.dev === target.dev;
    });
    return cycle ? "other" : "folder";
  }

  #result(path: string): string {
    const found = this.#base + path;
    return this.#options.absolute === true ? resolve(this.#cwd, found) : found;
  }
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return [];
    throw asSystemError(error, "open", folder);
  }
}

function checked(options: unknown): GlobScanOptions {
  if (options === undefined || options === null) return {};
  if (typeof options === "string") return { cwd: options };
  if (typeof options !== "object") {
    throw typeError("ERR_INVALID_ARG_TYPE", "GlobScanOptions must be an object");
  }
  if ("cwd" in options && options.cwd !== undefined && typeof options.cwd !== "string") {
    throw typeError("ERR_INVALID_ARG_TYPE", "GlobScanOptions.cwd must be a string");
  }
  return options;
}
