import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "./runtimes.js";

const folder = path.join(root, ".cache/compat");

/**
 * Answers of the reference, by the content they depend on: Bun does not change between two local runs.
 * `check` decides whether what was stored is what is wanted.
 */
export function cached<T>(key: string, check: (value: unknown) => value is T): T | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(path.join(folder, `${key}.json`), "utf8"));
    return check(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Stores an answer of the reference. */
export function store(key: string, value: unknown): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, `${key}.json`), JSON.stringify(value));
}
