import { createRequire } from "node:module";
import type { BuildOptions } from "esbuild";
import type * as GetTsconfig from "get-tsconfig";

/**
 * Bun's choice for JSX: automatic unless told otherwise, with the development runtime in development. What the
 * page's tsconfig.json says of it is repeated here: esbuild forgets it for files that a plugin found.
 */
export function jsxOptions(page: string, production: boolean): JsxOptions {
  const { getTsconfig }: typeof GetTsconfig = createRequire(import.meta.url)("get-tsconfig");
  const { jsx, jsxFactory, jsxFragmentFactory, jsxImportSource } =
    getTsconfig(page)?.config.compilerOptions ?? {};
  if (jsx === "react" || (jsx === undefined && jsxFactory !== undefined)) {
    return { jsx: "transform", jsxFactory, jsxFragment: jsxFragmentFactory };
  }
  return { jsx: "automatic", jsxDev: !production, jsxImportSource };
}

type JsxOptions = Pick<BuildOptions, "jsx" | "jsxDev" | "jsxFactory" | "jsxFragment" | "jsxImportSource">;
