import type * as Esbuild from "esbuild";

type Format = "esm" | "cjs" | "iife";

/** Options of `Bun.build`, as far as esbuild has the like. */
export interface BuildConfig {
  entrypoints: string[];
  /** Folder to write to. Default: nothing is written */
  outdir?: string;
  /** Default: "browser" */
  target?: "browser" | "bun" | "node";
  /** Default: "esm" */
  format?: Format;
  naming?: string | { entry?: string; chunk?: string; asset?: string };
  /** Folder that names are relative to. Default: the lowest that holds all entry points */
  root?: string;
  splitting?: boolean;
  /** Default: "none" */
  sourcemap?: "none" | "linked" | "inline" | "external" | boolean;
  minify?: boolean | { whitespace?: boolean; identifiers?: boolean; syntax?: boolean };
  external?: string[];
  packages?: "bundle" | "external";
  define?: Record<string, string>;
  loader?: Record<string, Esbuild.Loader>;
  /** Which variables of the environment are put in. Default: none */
  env?: "inline" | "disable" | `${string}*`;
  publicPath?: string;
  conditions?: string | string[];
  banner?: string;
  footer?: string;
  drop?: string[];
  /** Whether a failure rejects. Default: true */
  throw?: boolean;
}

/** What has no like in esbuild, or is for Bun's own executables. */
const REFUSED = ["plugins", "compile", "bytecode"];

/**
 * @throws TypeError for what is no configuration; Error for options that only Bun's bundler has
 */
export function checkConfig(config: unknown): asserts config is BuildConfig {
  if (typeof config !== "object" || config === null) {
    throw new TypeError("Expected a config object to be passed to Bun.build");
  }
  const entries: unknown = Reflect.get(config, "entrypoints");
  if (!Array.isArray(entries) || entries.length === 0 || entries.some((entry) => typeof entry !== "string")) {
    throw new TypeError("Expected entrypoints to be an array of strings");
  }
  for (const name of REFUSED) {
    const value: unknown = Reflect.get(config, name);
    const isEmpty = Array.isArray(value) && value.length === 0;
    if (value === undefined || value === false || isEmpty) continue;
    throw new Error(`bunshim's Bun.build has no option "${name}": call esbuild, which does the work here`);
  }
}

/** The configuration as esbuild wants it, writing nothing. */
export function esbuildOptions(config: BuildConfig, outdir: string) {
  const { target = "browser", format = "esm", minify = false, naming, sourcemap, external = [] } = config;
  const names = typeof naming === "string" ? { entry: naming } : (naming ?? {});
  const browser = target === "browser";
  const map = sourcemap === true ? "linked" : sourcemap === "none" ? false : (sourcemap ?? false);
  return {
    entryPoints: config.entrypoints,
    outdir,
    bundle: true,
    write: false as const,
    metafile: true as const,
    logLevel: "silent",
    charset: "utf8",
    platform: browser ? "browser" : "node",
    format,
    sourcemap: map,
    splitting: config.splitting === true && format === "esm",
    external: browser ? external : [...external, "bun", "bun:*"],
    packages: config.packages ?? "bundle",
    define: { ...environment(config.env), ...config.define },
    jsx: "automatic",
    assetNames: pattern(names.asset ?? "[name]-[hash]"),
    chunkNames: pattern(names.chunk ?? "[name]-[hash]"),
    entryNames: pattern(names.entry ?? "[dir]/[name]"),
    ...minification(minify),
    ...(config.root !== undefined && { outbase: config.root }),
    ...(config.loader !== undefined && { loader: config.loader }),
    ...(config.publicPath !== undefined && { publicPath: config.publicPath }),
    ...(config.conditions !== undefined && { conditions: [config.conditions].flat() }),
    ...(config.banner !== undefined && { banner: { js: config.banner } }),
    ...(config.footer !== undefined && { footer: { js: config.footer } }),
    ...drops(config.drop ?? []),
  } satisfies Esbuild.BuildOptions;
}

/** Bun's patterns have the extension in them, esbuild's do not. */
function pattern(names: string): string {
  return names.replace(/^\.\//, "").replace(/\.\[ext\]$/, "");
}

type Minification = "minify" | "minifyWhitespace" | "minifyIdentifiers" | "minifySyntax";

function minification(minify: NonNullable<BuildConfig["minify"]>): Pick<Esbuild.BuildOptions, Minification> {
  if (typeof minify === "boolean") return { minify };
  const { whitespace = false, identifiers = false, syntax = false } = minify;
  return { minifyWhitespace: whitespace, minifyIdentifiers: identifiers, minifySyntax: syntax };
}

function drops(names: readonly string[]): Pick<Esbuild.BuildOptions, "drop"> {
  const known = names.filter((name): name is Esbuild.Drop => name === "console" || name === "debugger");
  return { drop: known };
}

function environment(env: BuildConfig["env"]): Record<string, string> {
  if (env === undefined || env === "disable") return {};
  const prefix = env === "inline" ? "" : env.slice(0, -1);
  return Object.fromEntries(
    Object.entries(process.env)
      .filter(([name]) => name.startsWith(prefix) && /^[A-Za-z_$][\w$]*$/.test(name))
      .map(([name, value]) => [`process.env.${name}`, JSON.stringify(value)]),
  );
}
