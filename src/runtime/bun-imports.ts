import { createRequire } from "node:module";
import type * as Lexer from "es-module-lexer";

/** A module whose imports of "bun" are bound, and what must stand in front of it. */
export interface BoundImports {
  readonly code: string;
  readonly prelude: string;
}

const IMPORT_OF_BUN = /\b(?:from|import)\b[\s(]*["'`]bun["'`]/;

/**
 * Makes a module take what it imports from "bun" out of the namespace `Bun` at its start, as Bun's compiler does:
 * `Bun.serve` may have been replaced until then, and `import * as bun` is that object, as is what `import("bun")`
 * gives. The imports stay, under other names, so that a member that is not there is an error before anything runs.
 * No line moves.
 */
export function bindBunImports(code: string): BoundImports {
  if (!IMPORT_OF_BUN.test(code)) return { code, prelude: "" };
  const { parse }: typeof Lexer = createRequire(import.meta.url)("es-module-lexer");
  let imports: ReturnType<typeof Lexer.parse>[0];
  try {
    [imports] = parse(code);
  } catch {
    // Node.js reports the syntax error with its own words.
    return { code, prelude: "" };
  }
  let bound = "";
  let end = 0;
  let prelude = "";
  for (const { type, specifier, importStart: from, importEnd: to } of imports) {
    if (specifier !== "bun") continue;
    const statement = code.slice(from, to);
    const clause = type === "static" ? readClause(statement) : null;
    if (clause === null && type !== "dynamic") continue;
    bound += code.slice(end, from);
    bound += clause === null ? later(statement) : renamed(statement, clause, from);
    prelude += clause === null ? "" : declarations(clause);
    end = to;
  }
  return { code: bound + code.slice(end), prelude };
}

/** What an import statement binds: local names. */
interface Clause {
  /** All that the namespace itself is bound to. */
  readonly wholes: readonly string[];
  readonly members: readonly { readonly name: string; readonly local: string }[];
}

const COMMENT = /\/\*.*?\*\/|\/\/[^\n]*/gs;
const CLAUSE = /^import\s*(?:([^\s,{*"']+)\s*,?)?\s*(?:\*\s*as\s+([^\s"']+)|\{(.*)\})?\s*from\b/s;

/** Null where it binds nothing. */
function readClause(statement: string): Clause | null {
  const [found, whole, namespace, list = ""] = CLAUSE.exec(statement.replace(COMMENT, " ")) ?? [];
  if (found === undefined) return null;
  const members = list.split(",").flatMap((part) => {
    const [name = "", local = name] = part.trim().split(/\s+as\s+/);
    return name === "" ? [] : [{ name, local }];
  });
  return { wholes: [whole, namespace].filter((name) => name !== undefined), members };
}

/** The statement without the names that it had bound, as many lines long. */
function renamed(statement: string, { members }: Clause, at: number): string {
  const names = members.map(({ name }, i) => `${name} as bunshim_${at}_${i}`);
  return `import { ${names.join(", ")} } from "bun"${lineBreaks(statement)}`;
}

/** What `import("bun")` becomes. */
function later(call: string): string {
  return `Promise.resolve(globalThis.Bun)${lineBreaks(call)}`;
}

function lineBreaks(text: string): string {
  return text.replace(/[^\n]/g, "");
}

// `var`, as in Bun: who comes early, in a circle of imports, finds undefined.
function declarations({ wholes, members }: Clause): string {
  const whole = wholes.map((name) => `var ${name} = globalThis.Bun;`).join("");
  if (members.length === 0) return whole;
  const pattern = members.map(({ name, local }) => (name === local ? name : `${name}: ${local}`));
  return `${whole}var { ${pattern.join(", ")} } = globalThis.Bun;`;
}
