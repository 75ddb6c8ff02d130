import { createRequire } from "node:module";
import type { BuildOptions } from "esbuild";
import type * as GetTsconfig from "get-tsconfig";

/** Bun's choice for JSX: automatic, unless told otherwise, with the development runtime in development. */
export function jsxOptions(page: string, production: boolean): Pick<BuildOptions, "jsx" | "jsxDev"> {
  const { getTsconfig }: typeof GetTsconfig = createRequire(import.meta.url)("get-tsconfig");
  const { jsx, jsxFactory } = getTsconfig(page)?.config.compilerOptions ?? {};
  // Said here, esbuild would forget the factory that the file names.
  if (jsx === "react" || (jsx === undefined && jsxFactory !== undefined)) return {};
  return { jsx: "automatic", jsxDev: !production };
}
