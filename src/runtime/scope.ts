import { sharedReloads } from "./reload/loaded-files.js";
import { declaredBy } from "./transform.js";

/** What a module asks for of the names that Bun has in scope of every file. */
const IMPORT_META = /\bimport\.meta\b(?!\.url\b)/;
/** The URL, too, is not as Node.js has it where files are loaded anew. */
const ANY_IMPORT_META = /\bimport\.meta\b/;

/** CommonJS names that Bun offers to modules, too. */
const SCOPE_NAMES = ["require", "module", "exports", "__filename", "__dirname"] as const;

/** Where the main thread keeps what a prelude calls; see `import-meta.ts`. */
export const SCOPE_KEY = "bunshim.scope";

/**
 * One line of code that gives a module what only Bun has: the members of `import.meta`, and the CommonJS
 * names it uses without declaring them. Empty for a module that mentions none of them.
 */
export function scopePrelude(code: string): string {
  const used = SCOPE_NAMES.filter((name) => code.includes(name) && uses(code, name));
  const doubtful = used.filter((name) => mayDeclare(code, name));
  // Declaring one twice would be a syntax error, so the compiler has to say.
  const declared = doubtful.length === 0 ? [] : declaredBy(code, doubtful);
  const names = used.filter((name) => !declared.includes(name));
  const meta = sharedReloads() === null ? IMPORT_META : ANY_IMPORT_META;
  return names.length === 0 && !meta.test(code) ? "" : scopeCall(names);
}

/** Code that makes `import.meta` what it is in Bun, and declares CommonJS names. */
export function scopeCall(names: readonly string[]): string {
  const call = `globalThis[Symbol.for("${SCOPE_KEY}")](import.meta);`;
  return names.length === 0 ? call : `const { ${names.join(", ")} } = ${call}`;
}

function uses(code: string, name: string): boolean {
  return new RegExp(`(?<![.\\w$'"\`/-])${name}(?![\\w$'"\`/:-])`).test(code);
}

/** Whether the name may be bound somewhere. */
function mayDeclare(code: string, name: string): boolean {
  const declaration = `\\b(?:const|let|var|function\\*?|class|as|import)\\s+${name}\\b`;
  const pattern = `[{,:[]\\s*${name}\\s*(?:[,}=\\]](?!=)|:|\\bfrom\\b)`;
  return new RegExp(`${declaration}|${pattern}`).test(code);
}
