import { COMPATIBILITY_PAGE } from "../bun/absent.js";
import { withoutFrames } from "./plain-error.js";

/** What `import … from "bun"` means: our own door for libraries, so that there is one instance of it. */
const BUN_MODULE_URL = new URL("./index.js", import.meta.url).href;

/** What the modules that Bun brings along are, by name. */
export const BUILTIN_URLS: ReadonlyMap<string, string> = new Map([
  ["bun", BUN_MODULE_URL],
  ["bun:sqlite", new URL("./sqlite.js", import.meta.url).href],
]);

/** Whether a specifier names a module that Bun brings along. */
export function isBunBuiltin(specifier: string): boolean {
  return specifier === "bun" || specifier.startsWith("bun:");
}

/** The error for a module of Bun that is not there; `importer` is the file that asks for it. */
export function missingBuiltin(specifier: string, importer: string | null): Error {
  const asked = importer === null ? "" : `, which ${importer} imports`;
  const error = new Error(`bunshim has no module "${specifier}"${asked}. See ${COMPATIBILITY_PAGE}`);
  return withoutFrames(Object.assign(error, { code: "ERR_MODULE_NOT_FOUND" }));
}
