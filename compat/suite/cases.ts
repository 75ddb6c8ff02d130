import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Transport, Wire } from "./runtimes.js";
import { root, transports, wires } from "./runtimes.js";

/** One program that must do the same on the reference and on every wire. */
export interface Case {
  /** `area/name`. */
  id: string;
  area: string;
  file: string;
  source: string;
  /** Members of Bun's declarations which this case exercises. */
  covers: string[];
  /** Standard error counts as well. */
  comparesStderr: boolean;
  /** Listed differences over the transport of the run, per wire: their expected output is recorded beside the case. */
  differences: Map<Wire, string[]>;
  /** The transports it cannot be moved to, and why. */
  staysOff: Map<Transport, string>;
  /** Milliseconds until it is killed. */
  limit: number;
  /** Environment of the program. */
  env: Record<string, string>;
}

export const casesFolder = path.join(root, "compat/cases");

/**
 * Every `compat/cases/<area>/<name>.ts`. A file whose name starts with `_`, and a file in a folder below the
 * area, is support of its neighbours and not a case.
 */
export function findCases(transport: Transport = "tcp", folder = casesFolder): Case[] {
  if (!existsSync(folder)) return [];
  const cases: Case[] = [];
  for (const area of readdirSync(folder, { withFileTypes: true })) {
    if (!area.isDirectory()) continue;
    for (const entry of readdirSync(path.join(folder, area.name), { withFileTypes: true })) {
      if (!entry.isFile() || entry.name.startsWith("_") || !/\.(ts|tsx|mts|js|mjs|cjs)$/.test(entry.name))
        continue;
      const file = path.join(folder, area.name, entry.name);
      const id = `${area.name}/${entry.name.replace(/\.\w+$/, "")}`;
      cases.push({ id, area: area.name, file, ...readDirectives(readFileSync(file, "utf8"), transport) });
    }
  }
  return cases.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/**
 * Reads the `// @name value` comments at the head of a case.
 *
 * - `@covers A, B`: members of Bun's declarations
 * - `@compare stderr`: standard error counts as well
 * - `@limit 20`: seconds until it is killed
 * - `@env NAME=value`
 * - `@difference id wire… transport…`: a listed difference; on every wire or over every transport where none is named
 * - `@off transport… — why`: it cannot be moved there
 */
export function readDirectives(
  source: string,
  transport: Transport = "tcp",
): Omit<Case, "id" | "area" | "file"> {
  const result = {
    source,
    covers: [] as string[],
    comparesStderr: false,
    differences: new Map<Wire, string[]>(),
    staysOff: new Map<Transport, string>(),
    limit: 10_000,
    env: {} as Record<string, string>,
  };
  for (const line of source.split("\n")) {
    if (!line.startsWith("//")) break;
    const [, name, value = ""] = /^\/\/ @(\w+)\s*(.*)$/.exec(line) ?? [];
    if (name === "covers")
      result.covers.push(
        ...value
          .split(",")
          .map((member) => member.trim())
          .filter(Boolean),
      );
    else if (name === "compare") result.comparesStderr ||= value.includes("stderr");
    else if (name === "limit") result.limit = Number(value) * 1000;
    else if (name === "env") {
      const equals = value.indexOf("=");
      result.env[value.slice(0, equals)] = value.slice(equals + 1);
    } else if (name === "difference") {
      const [id = "", ...on] = value.split(/\s+/);
      for (const wire of named(wires, on))
        if (named(transports, on).includes(transport))
          result.differences.set(wire, [...(result.differences.get(wire) ?? []), id]);
    } else if (name === "off") {
      const [where = "", why = ""] = value.split(" — ");
      const given = where.split(" ").map((word) => transports.find((one) => one === word && one !== "tcp"));
      for (const one of given)
        if (one === undefined || why === "") throw new Error(`@off ${value}: transports, and why`);
        else result.staysOff.set(one, why);
    } else if (name !== undefined) throw new Error(`Unknown directive @${name}`);
  }
  return result;
}

/** Those of `all` that are among the words; all of them where none is. */
function named<T extends string>(all: readonly T[], words: string[]): readonly T[] {
  const given = all.filter((one) => words.includes(one));
  return given.length === 0 ? all : given;
}

/** The recorded output of a case with a listed difference; over another transport it may have one of its own. */
export function recordFile(file: string, wire: Wire, transport: Transport = "tcp"): string {
  return file.replace(/\.\w+$/, transport === "tcp" ? `.${wire}.txt` : `.${wire}.${transport}.txt`);
}

/** A name for the content of a file, of what is preloaded, and everything they import by relative path. */
export function contentKey(file: string, extra: string, preload?: string): string {
  const hash = createHash("sha256").update(extra);
  const seen = new Set<string>();
  const add = (name: string): void => {
    if (seen.has(name) || !existsSync(name)) return;
    seen.add(name);
    const source = readFileSync(name, "utf8");
    hash.update(path.relative(root, name)).update("\0").update(source).update("\0");
    for (const [, specifier = ""] of source.matchAll(/(?:from|import|require)\s*\(?\s*["'](\.[^"']+)["']/g)) {
      const target = path.resolve(path.dirname(name), specifier);
      for (const candidate of [target, `${target}.ts`, target.replace(/\.js$/, ".ts")])
        if (/\.\w+$/.test(candidate)) add(candidate);
    }
  };
  add(file);
  if (preload !== undefined) add(preload);
  return hash.digest("hex").slice(0, 32);
}
