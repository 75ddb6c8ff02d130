/** A parameter where it stands in the text. */
export interface ParameterSpot {
  /** Offset in the statement's text. */
  readonly at: number;
  readonly length: number;
  /** Number of the parameter, from 1. */
  readonly index: number;
}

/** One statement of a SQL text. */
export interface SqlStatement {
  /** Up to and with its semicolon. */
  readonly sql: string;
  readonly spots: readonly ParameterSpot[];
  /** Names with their prefix by number, from 0; null for a plain `?`. */
  readonly names: readonly (string | null)[];
  /** Whether it leaves the database as it is, as far as its words tell. */
  readonly isReadonly: boolean;
}

const TOKEN =
  /(?<space>\s+|--[^\n]*|\/\*[\s\S]*?(?:\*\/|$))|(?<quoted>'(?:[^']|'')*'?|"(?:[^"]|"")*"?|`(?:[^`]|``)*`?|\[[^\]]*\]?)|(?<parameter>\?\d*|[$:@][\w$\u0080-\uffff]+(?:::[\w$\u0080-\uffff]+)*(?:\([^)\s]*\))?)|(?<word>[\w$\u0080-\uffff]+)|(?<end>;)|./gsy;

const READERS: ReadonlySet<string> = new Set(
  "SELECT VALUES EXPLAIN BEGIN COMMIT END ROLLBACK SAVEPOINT RELEASE".split(" "),
);

/**
 * The statements of a text, with their parameters numbered as SQLite numbers them
 * (https://www.sqlite.org/lang_expr.html#varparam): no engine here tells these.
 */
export function* statementsOf(text: string): Generator<SqlStatement> {
  let draft = new Draft(0);
  for (const match of text.matchAll(TOKEN)) {
    const { space, parameter, word, end } = match.groups ?? {};
    if (space !== undefined) continue;
    if (end !== undefined) {
      if (!draft.endsHere()) {
        draft.note(";");
        continue;
      }
      if (!draft.isEmpty) yield draft.finish(text.slice(draft.start, match.index + 1));
      draft = new Draft(match.index + 1);
      continue;
    }
    draft.note(word?.toUpperCase() ?? "");
    if (parameter !== undefined) draft.addParameter(parameter, match.index - draft.start);
  }
  if (!draft.isEmpty) yield draft.finish(text.slice(draft.start));
}

class Draft {
  readonly start: number;
  readonly #heads: string[] = [];
  readonly #spots: ParameterSpot[] = [];
  readonly #names: (string | null)[] = [];
  #beforeLast = "";
  #last = "";

  constructor(start: number) {
    this.start = start;
  }

  get isEmpty(): boolean {
    return this.#heads.length === 0;
  }

  note(token: string): void {
    if (this.#heads.length < 3) this.#heads.push(token);
    this.#beforeLast = this.#last;
    this.#last = token;
  }

  /** A trigger holds statements of its own, and ends by `; END ;`. */
  endsHere(): boolean {
    const [first = "", second = "", third = ""] = this.#heads;
    const isTrigger = first === "CREATE" && (second === "TRIGGER" || third === "TRIGGER");
    return !isTrigger || (this.#last === "END" && this.#beforeLast === ";");
  }

  addParameter(name: string, at: number): void {
    const index = this.#indexOf(name);
    while (this.#names.length < index) this.#names.push(null);
    if (name !== "?") this.#names[index - 1] ??= name;
    this.#spots.push({ at, length: name.length, index });
  }

  #indexOf(name: string): number {
    if (name === "?") return this.#names.length + 1;
    if (name.startsWith("?")) return Number(name.slice(1));
    const known = this.#names.indexOf(name);
    return known < 0 ? this.#names.length + 1 : known + 1;
  }

  #isReadonly(sql: string): boolean {
    const [verb = ""] = this.#heads;
    if (verb === "WITH") return !/\b(?:INSERT|UPDATE|DELETE|REPLACE)\b/i.test(sql);
    return verb === "PRAGMA" ? !/[=(]/.test(sql) : READERS.has(verb);
  }

  finish(sql: string): SqlStatement {
    return { sql, spots: this.#spots, names: this.#names, isReadonly: this.#isReadonly(sql) };
  }
}
