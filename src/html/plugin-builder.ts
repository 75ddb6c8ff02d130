import type { PluginCallbacks } from "./plugin-callbacks.js";

/** What Bun's own builder has not built either. */
const ISSUE = "See https://github.com/oven-sh/bun/issues/2771";

/**
 * What `setup` of a bundler plugin gets, as Bun's documents describe it (docs/bundler/plugins.mdx).
 *
 * @param folder where bunfig.toml is
 * @param callbacks takes what is registered
 * @param started takes what has to end before anything is bundled
 */
export function pluginBuilder(
  folder: string,
  callbacks: PluginCallbacks,
  started: Promise<unknown>[],
): object {
  const config = { experimentalCss: true, experimentalHtml: true, target: "browser", root: folder };
  const builder = {
    config,
    onDispose(): never {
      throw new TypeError(`On-dispose callbacks is not implemented yet. ${ISSUE}`);
    },
    onEnd(callback: unknown): object {
      if (typeof callback === "function") return builder;
      throw new TypeError(`The "callback" argument must be of type function.`);
    },
    onLoad(constraints: unknown, callback: unknown): object {
      const { filter, namespace } = readConstraints(constraints);
      callbacks.addLoader(filter, namespace, readCallback(callback));
      return builder;
    },
    onResolve(constraints: unknown, callback: unknown): object {
      const { filter, namespace } = readConstraints(constraints);
      callbacks.addResolver(filter, namespace, readCallback(callback));
      return builder;
    },
    /** Code of the machine, made for the bundler that Bun has inside: it has nothing to say here. */
    onBeforeParse(constraints: unknown, callback: unknown): object {
      readConstraints(constraints);
      if (isObject(callback) && isObject(Reflect.get(callback, "napiModule"))) return builder;
      throw new TypeError(
        "onBeforeParse `napiModule` must be a Napi module which exports the `BUN_PLUGIN_NAME` symbol.",
      );
    },
    onStart(callback: unknown): object {
      if (!isFunction(callback)) throw new TypeError("callback must be a function");
      // As in Bun: once, when it is registered.
      const running = callback({});
      if (running instanceof Promise) started.push(running);
      return builder;
    },
    resolve(): never {
      throw new TypeError(`build.resolve() is not implemented yet. ${ISSUE}`);
    },
    module(): never {
      throw new TypeError("module() is not supported in Bun.build() yet. Only via Bun.plugin() at runtime");
    },
    addPreload(): never {
      throw new TypeError("addPreload() is not supported in Bun.build() yet.");
    },
    initialOptions: {
      ...config,
      bundle: true,
      entryPoints: [],
      minify: false,
      minifyIdentifiers: undefined,
      minifyWhitespace: undefined,
      minifySyntax: undefined,
      outbase: folder,
      platform: "browser",
    },
    esbuild: {},
  };
  return builder;
}

function readConstraints(constraints: unknown): { filter: RegExp; namespace: string } {
  const filter: unknown = isObject(constraints) ? Reflect.get(constraints, "filter") : undefined;
  if (filter === undefined || filter === null) throw new TypeError('Expected an object with "filter" RegExp');
  if (!(filter instanceof RegExp)) throw new TypeError("filter must be a RegExp");
  const namespace: unknown = isObject(constraints) ? Reflect.get(constraints, "namespace") : undefined;
  if (namespace !== undefined && typeof namespace !== "string") {
    throw new TypeError("namespace must be a string");
  }
  return { filter, namespace: namespace || "file" };
}

function readCallback(callback: unknown): (question: object) => unknown {
  if (isFunction(callback)) return callback;
  throw new TypeError("lmao callback must be a function");
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function isFunction(value: unknown): value is (given: object) => unknown {
  return typeof value === "function";
}
