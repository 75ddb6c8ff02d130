import { builtinModules, createRequire } from "node:module";
import { constants, Script } from "node:vm";
import { transformSync } from "./transform.js";

/** Gives code of the command line the modules of Node.js by their names, as Bun and Node.js do. */
export function offerBuiltins(path: string): void {
  const require = createRequire(path);
  for (const name of builtinModules) {
    if (/^_|\//.test(name) || name in globalThis) continue;
    Object.defineProperty(globalThis, name, {
      get: () => require(name),
      set: (value: unknown) => {
        Object.defineProperty(globalThis, name, { value, writable: true, configurable: true });
      },
      enumerable: false,
      configurable: true,
    });
  }
}

/**
 * Runs code as a script and prints the value of its last statement, or what that promises.
 *
 * @param path the file that it would be
 */
export async function printCode(path: string, source: string): Promise<void> {
  Object.defineProperty(globalThis, "require", { value: createRequire(path), configurable: true });
  console.log(await scriptOf(path, source).runInThisContext());
}

function scriptOf(path: string, source: string): Script {
  const options = { filename: path, importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER };
  try {
    return new Script(transformSync(path, source, "cjs"), options);
  } catch (error) {
    // A script cannot wait; an expression inside of an asynchronous function can.
    if (!/\bawait\b/.test(source)) throw error;
    return new Script(transformSync(path, `(async () => (${source}\n))()`, "cjs"), options);
  }
}
