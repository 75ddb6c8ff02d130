import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, it } from "vitest";

const SRC = join(import.meta.dirname, "../src");

/** What a folder must not import: ARCHITECTURE.md, "The house". */
const FORBIDDEN: [from: RegExp, to: RegExp, why: string][] = [
  [/^serve\//, /^wire\/(uws|node)\//, "serve/ knows the contracts, not the wires"],
  [/^serve\//, /^runtime\//, "serve/ runs without the loader"],
  [/^wire\//, /^(serve|web|bun|runtime)\//, "a wire knows no route and no standard class"],
  [/^wire\/uws\//, /^wire\/node\//, "the wires do not know each other"],
  [/^wire\/node\//, /^wire\/uws\//, "the wires do not know each other"],
  [/^web\//, /^(serve|bun|runtime)\//, "the standard classes stand alone"],
  [/^web\//, /^wire\/(?!(exchange|socket)\.ts$)/, "web/ reads the contract only"],
  [/^bun\//, /^runtime\//, "the members work without the loader"],
  [/^async\//, /^(?!async\/)/, "async contexts are Node.js's, and nobody's here"],
  [/^html\//, /^(serve|wire|runtime)\//, "a page is bundled without a server"],
  [/^(wire|web|bun)\//, /^html\//, "only servers and the loader know pages"],
];

function sources(): string[] {
  return readdirSync(SRC, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => join(SRC, file));
}

interface Arrow {
  from: string;
  to: string;
  /** Gone after compilation: it ties nothing together when the program runs. */
  typeOnly: boolean;
}

function arrowsFrom(file: string): Arrow[] {
  const imports =
    /^(?:import|export)\b(?<what>[^"';]*?)\bfrom\s*"(?<path>\.[^"]+)"|import\("(?<lazy>\.[^"]+)"\)/gm;
  return [...readFileSync(file, "utf8").matchAll(imports)].map(({ groups }) => ({
    from: relative(SRC, file),
    to: relative(SRC, join(dirname(file), groups?.["path"] ?? groups?.["lazy"] ?? "")).replace(
      /\.js$/,
      ".ts",
    ),
    typeOnly: groups?.["what"]?.trimStart().startsWith("type ") ?? false,
  }));
}

describe("imports", () => {
  const arrows = sources().flatMap(arrowsFrom);

  it("are found at all", () => {
    expect(arrows.length).toBeGreaterThan(100);
  });

  it.each(FORBIDDEN)("from %s never go to %s: %s", (from, to) => {
    expect(arrows.filter((arrow) => from.test(arrow.from) && to.test(arrow.to))).toEqual([]);
  });

  it("form no circle", () => {
    const targets = new Map<string, string[]>();
    for (const { from, to } of arrows.filter((arrow) => !arrow.typeOnly))
      targets.set(from, [...(targets.get(from) ?? []), to]);
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (file: string, path: string[]): void => {
      if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(" -> "));
      if (path.includes(file) || done.has(file)) return;
      for (const to of targets.get(file) ?? []) visit(to, [...path, file]);
      done.add(file);
    };
    for (const file of targets.keys()) visit(file, []);
    expect(circles).toEqual([]);
  });
});
