import type * as Yaml from "yaml";
import { bytesOf } from "../file-store.js";
import { parseError } from "./input.js";
import { parserPackage } from "./parser.js";
import { YamlWriter } from "./yaml-text.js";

const parser = parserPackage<typeof Yaml>("yaml");

/** Version 1.2, with merge keys, and the last of several equal keys. */
const READING: Yaml.ParseOptions & Yaml.DocumentOptions & Yaml.SchemaOptions = {
  version: "1.2",
  merge: true,
  uniqueKeys: false,
  logLevel: "error",
  prettyErrors: false,
};

/**
 * YAML and back.
 *
 * @see https://bun.com/docs/runtime/yaml
 */
export const YAML = {
  /**
   * The value of a document; of several, a list.
   *
   * @throws SyntaxError for text that is not YAML
   */
  parse(input: unknown): unknown {
    const bytes = bytesOf(input);
    const text = bytes === null ? String(input) : Buffer.from(bytes).toString();
    const values: unknown[] = [];
    for (const document of parser().parseAllDocuments(text, READING)) {
      const [error] = document.errors;
      if (error !== undefined) throw parseError("YAML", error);
      values.push(contentOf(document));
    }
    return values.length > 1 ? values : (values[0] ?? null);
  },
  /**
   * @param replacer must be null or undefined, as in Bun
   * @param space columns of a level. Default: all on one line
   */
  stringify(value: unknown, replacer?: null, space?: number | string): string | undefined {
    if (replacer !== undefined && replacer !== null) {
      throw new TypeError("YAML.stringify does not support the replacer argument");
    }
    if (value === undefined || typeof value === "function" || typeof value === "symbol") return undefined;
    return new YamlWriter(indentOf(space)).write(value);
  },
};

/** As of JSON: at most ten columns. */
function indentOf(space: number | string | undefined): string | null {
  const indent =
    typeof space === "string"
      ? space.slice(0, 10)
      : " ".repeat(Math.min(10, Math.max(0, Number(space ?? 0))));
  return indent === "" ? null : indent;
}

function contentOf(document: { toJS(): unknown }): unknown {
  try {
    return document.toJS();
  } catch (error) {
    throw parseError("YAML", error);
  }
}
