import { readFileSync } from "node:fs";
import { DATA_FORMATS } from "../bun/data/formats.js";
import { BUILTIN_URLS } from "./builtin.js";
import { withoutFrames } from "./plain-error.js";

/** Formats of data, by the name of the object of Bun that reads them. */
const PARSERS = { json: JSON, ...DATA_FORMATS };

/** A format of files that hold data. */
export type DataKind = keyof typeof PARSERS;

/** Whether files of a kind hold data. */
export function isDataKind(kind: string): kind is DataKind {
  return Object.hasOwn(PARSERS, kind);
}

/**
 * What a file holds.
 *
 * @throws SyntaxError with the path
 */
export function readData(path: string, kind: DataKind): unknown {
  return parse(readText(path), path, kind);
}

/** A module with what a file holds as default export, and the members of an object by name. */
export function dataModule(path: string, kind: DataKind): string {
  const source = readText(path);
  const value = parse(source, path, kind);
  // As text through the parser: `__proto__` keys stay keys, and V8 reads JSON faster than an object literal.
  const lines = [
    ...(kind === "json"
      ? []
      : [`import { ${kind.toUpperCase()} } from ${JSON.stringify(BUILTIN_URLS.get("bun"))};`]),
    `const value = ${kind.toUpperCase()}.parse(${JSON.stringify(source)});`,
    "export { value as default };",
  ];
  if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    Object.keys(value).forEach((name, index) => {
      if (name === "default") return;
      const key = JSON.stringify(name);
      lines.push(`const value${index} = value[${key}]; export { value${index} as ${key} };`);
    });
  }
  return lines.join("\n");
}

function readText(path: string): string {
  return readFileSync(path, "utf8").replace(/^\uFEFF/, "");
}

function parse(source: string, path: string, kind: DataKind): unknown {
  try {
    return PARSERS[kind].parse(source);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw withoutFrames(new SyntaxError(`${path}: ${error.message}`));
  }
}
