import { builtinModules } from "node:module";
import type { OnResolveArgs, OnResolveResult, Plugin, PluginBuild } from "esbuild";
import { ASKED, OWN_NAMESPACE } from "./references.js";

/** Modules of Node.js that Bun has for browsers, and packages that do the same beside one of the same name. */
const POLYFILLS: Readonly<Record<string, string | null>> = {
  assert: null,
  buffer: null,
  console: "console-browserify",
  constants: "constants-browserify",
  crypto: "crypto-browserify",
  domain: "domain-browser",
  events: null,
  http: "stream-http",
  https: "https-browserify",
  net: null,
  os: "os-browserify",
  path: "path-browserify",
  process: null,
  punycode: null,
  querystring: "querystring-es3",
  stream: "stream-browserify",
  string_decoder: null,
  sys: "util",
  timers: "timers-browserify",
  tty: "tty-browserify",
  url: null,
  util: null,
  zlib: "browserify-zlib",
};

/** Modules that browsers never have, and that are empty there without a complaint. */
const EMPTY = new Set(["fs", "fs/promises"]);

const BUILTIN = new RegExp(
  `^(?:node:.*|${builtinModules.filter((name) => /^[\w/]+$/.test(name)).join("|")})$`,
);

/** In front of the name of a module that is empty, or that fails where it is required. */
const ABSENT = "absent:";

/** What scripts of pages get for the modules of Node.js and of Bun. */
export function builtinPlugin(): Plugin {
  return {
    name: "builtins",
    setup(build) {
      build.onResolve({ filter: BUILTIN }, (args) =>
        args.pluginData === ASKED ? undefined : builtin(args, build),
      );
      build.onResolve({ filter: /^bun(?::|$)/ }, ({ path }) => ({
        errors: [
          {
            text: `Browser build cannot import Bun builtin: "${path}". When bundling for Bun, set target to 'bun'`,
          },
        ],
      }));
      build.onLoad({ filter: /.*/, namespace: OWN_NAMESPACE }, ({ path }) => ({
        contents: path.startsWith(ABSENT)
          ? `throw new Error(${JSON.stringify(`Cannot require module ${path.slice(ABSENT.length)}`)});`
          : 'Object.defineProperty(module.exports, "__esModule", { value: true });',
        loader: "js",
      }));
    },
  };
}

async function builtin({ path, ...asked }: OnResolveArgs, build: PluginBuild): Promise<OnResolveResult> {
  const { importer, resolveDir, kind } = asked;
  const name = path.replace(/^node:/, "");
  const isPolyfilled = Object.hasOwn(POLYFILLS, name);
  // The slash keeps it from being the builtin, which goes before packages.
  const packages = isPolyfilled ? [`${name}/`, POLYFILLS[name] ?? null] : path === name ? [name] : [];
  for (const one of packages) {
    if (one === null) continue;
    const found = await build.resolve(one, { importer, resolveDir, kind, pluginData: ASKED });
    if (found.errors.length === 0 && !found.external) return { path: found.path, namespace: found.namespace };
  }
  if (isPolyfilled || EMPTY.has(name)) return { path: name, namespace: OWN_NAMESPACE };
  if (kind === "dynamic-import") return { path, external: true };
  if (kind === "require-call") return { path: ABSENT + name, namespace: OWN_NAMESPACE };
  if (path !== name) return { path: name, namespace: OWN_NAMESPACE };
  const text = `Browser build cannot import Node.js builtin: "${path}". To use Node.js builtins, set target to 'node' or 'bun'`;
  return { errors: [{ text }] };
}
