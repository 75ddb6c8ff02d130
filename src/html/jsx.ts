import { createRequire } from "node:module";
import type { BuildOptions } from "esbuild";
import type * as GetTsconfig from "get-tsconfig";

/** Bun's choice for JSX: automatic, with the development runtime unless in production or told otherwise. */
export function jsxOptions(page: string, production: boolean): Pick<BuildOptions, "jsx" | "jsxDev"> {
  const { getTsconfig }: typeof GetTsconfig = createRequire(import.meta.url)("get-tsconfig");
  const { jsx, jsxFactory } = getTsconfig(page)?.config.compilerOptions ?? {};
  if (jsx === "react" || (jsx === undefined && jsxFactory !== undefined)) return { jsx: "transform" };
  return { jsx: "automatic", jsxDev: !production && jsx !== "react-jsx" };
}
