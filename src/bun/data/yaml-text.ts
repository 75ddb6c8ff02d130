/**
 * Writes YAML as Bun does: on one line, or in blocks. An object that stands in several places is an anchor, named
 * by where it was met first, and aliases.
 */
export class YamlWriter {
  /** Columns of a level of mappings; null for everything on one line. */
  readonly #indent: string | null;
  readonly #counts = new Map<object, number>();
  readonly #anchors = new Map<object, string>();
  #items = 0;

  constructor(indent: string | null) {
    this.#indent = indent;
  }

  /** @throws Error for a bigint */
  write(value: unknown): string {
    this.#count(value);
    return this.#indent === null ? this.#flow(value, "root") : this.#block(value, "root").join("\n");
  }

  /** Looks for objects that stand in several places. */
  #count(value: unknown): void {
    if (!isCollection(value)) return;
    const count = (this.#counts.get(value) ?? 0) + 1;
    this.#counts.set(value, count);
    if (count === 1) for (const [, child] of membersOf(value)) this.#count(child);
  }

  /** `*name` for an object that was written, `&name` for one that will be met again, else nothing. */
  #mark(value: object, place: string): string {
    const known = this.#anchors.get(value);
    if (known !== undefined) return `*${known}`;
    if (this.#counts.get(value) === 1) return "";
    const wanted = place === "" ? `item${this.#items++}` : place.replaceAll(/[^\w-]/g, "_");
    const names = [...this.#anchors.values()];
    let name = wanted;
    for (let count = 1; names.includes(name); count++) name = `${wanted}${count}`;
    this.#anchors.set(value, name);
    return `&${name}`;
  }

  #flow(value: unknown, place: string): string {
    if (!isCollection(value)) return scalar(value);
    const mark = this.#mark(value, place);
    if (mark.startsWith("*")) return mark;
    const list = Array.isArray(value);
    const parts = membersOf(value).map(([key, child]) =>
      list ? this.#flow(child, "") : `${text(key)}: ${this.#flow(child, key)}`,
    );
    const body = list ? `[${parts.join(",")}]` : `{${parts.join(",")}}`;
    return mark === "" ? body : `${mark} ${body}`;
  }

  /** Lines. */
  #block(value: unknown, place: string): string[] {
    if (!isCollection(value)) return [scalar(value)];
    const mark = this.#mark(value, place);
    if (mark.startsWith("*")) return [mark];
    const lines = mark === "" ? [] : [mark];
    const list = Array.isArray(value);
    const members = membersOf(value);
    if (members.length === 0) lines.push(list ? "[]" : "{}");
    for (const [key, child] of members) {
      const [first = "", ...rest] = this.#block(child, list ? "" : key);
      if (list) lines.push(`- ${first}`, ...rest.map((line) => `  ${line}`));
      else if (isCollection(child) && first !== "[]" && first !== "{}") {
        lines.push(`${text(key)}:`, ...[first, ...rest].map((line) => `${this.#indent}${line}`));
      } else lines.push(`${text(key)}: ${first}`);
    }
    return lines;
  }
}

function isCollection(value: unknown): value is object {
  return typeof value === "object" && value !== null && !(value instanceof String);
}

/** What is written of an object or a list: no functions, symbols and undefined values. */
function membersOf(value: object): [string, unknown][] {
  return Object.entries(value).filter(
    ([, child]) => child !== undefined && typeof child !== "function" && typeof child !== "symbol",
  );
}

function scalar(value: unknown): string {
  if (typeof value === "bigint") throw new Error("YAML.stringify cannot serialize BigInt");
  if (typeof value === "string" || value instanceof String) return text(String(value));
  if (typeof value !== "number" || Number.isFinite(value)) return Object.is(value, -0) ? "-0" : String(value);
  return Number.isNaN(value) ? ".nan" : value < 0 ? "-.inf" : ".inf";
}

/** What readers of YAML take for something else than text, in any version of it. */
const WORD = /^(?:~|null|true|false|yes|no|on|off|y|n|\.|[+-]?\.inf|\.nan)$/i;
const NUMBER = /^[+-]?(?:\d+\.?\d*(?:e[+-]?\d+)?|\.\d+(?:e[+-]?\d+)?|0x[\da-f]+|0o[0-7]+)$/i;
const INDICATOR = /^[-?:,&*!|>%@<\s]|^\.\.\.|[[\]{},#"'`]|:\s|:$|\s$/;
const HIDDEN = /[\p{Cc}\u00a0\u2028\u2029\ufeff]/gu;
const ESCAPES: Readonly<Record<string, string>> = {
  "\0": "\\0",
  "\x07": "\\a",
  "\b": "\\b",
  "\t": "\\t",
  "\n": "\\n",
  "\v": "\\v",
  "\f": "\\f",
  "\r": "\\r",
  "\x1b": "\\e",
  "\x85": "\\N",
  "\xa0": "\\_",
  "\u2028": "\\L",
  "\u2029": "\\P",
};

function text(value: string): string {
  const plain =
    value !== "" &&
    !WORD.test(value) &&
    !NUMBER.test(value) &&
    !INDICATOR.test(value) &&
    value.search(HIDDEN) === -1;
  if (plain) return value;
  const escaped = value
    .replaceAll(/["\\]/g, "\\$&")
    .replaceAll(HIDDEN, (character) => ESCAPES[character] ?? hexEscape(character));
  return `"${escaped}"`;
}

function hexEscape(character: string): string {
  const code = character.charCodeAt(0).toString(16);
  return code.length <= 2 ? `\\x${code.padStart(2, "0")}` : `\\u${code.padStart(4, "0")}`;
}
