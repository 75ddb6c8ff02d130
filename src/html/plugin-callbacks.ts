/** What a plugin's `onResolve` is asked. */
export interface ResolveQuestion {
  /** As it is written. */
  readonly path: string;
  /** Absolute path, or the name of a virtual module; empty for the page itself. */
  readonly importer: string;
  readonly resolveDir: string;
  /** In Bun's words. */
  readonly kind: string;
}

/** What a plugin's `onLoad` is asked. */
export interface LoadQuestion {
  readonly path: string;
  readonly namespace: string;
  /** How the bundler would read the file. */
  readonly loader: string;
  /** Waits until everything else is loaded. */
  defer(): Promise<void>;
}

/** Where a plugin finds what an import means. */
export interface ResolvedByPlugin {
  readonly path: string;
  readonly namespace: string;
  readonly external: boolean;
}

/** What a plugin has for a module. */
export interface LoadedByPlugin {
  /** Null for a loader of objects: then `exports` is the module. */
  readonly contents: string | Uint8Array | null;
  readonly exports: unknown;
  /** One of Bun's. */
  readonly loader: string;
}

interface Registered {
  readonly filter: RegExp;
  readonly namespace: string;
  readonly callback: (question: object) => unknown;
}

/** The callbacks of a project's plugins, in the order in which they were registered. */
export class PluginCallbacks {
  private readonly resolvers: Registered[] = [];
  private readonly loaders: Registered[] = [];

  get isEmpty(): boolean {
    return this.resolvers.length === 0 && this.loaders.length === 0;
  }

  addResolver(filter: RegExp, namespace: string, callback: Registered["callback"]): void {
    this.resolvers.push({ filter, namespace, callback });
  }

  addLoader(filter: RegExp, namespace: string, callback: Registered["callback"]): void {
    this.loaders.push({ filter, namespace, callback });
  }

  /**
   * Asks the resolvers, one after the other. As in Bun every import is one of files, whatever module it stands in.
   * @returns null where none has an answer
   * @throws whatever a plugin throws
   */
  async resolve(question: ResolveQuestion): Promise<ResolvedByPlugin | null> {
    const { path, importer, resolveDir, kind } = question;
    for (const { filter, namespace, callback } of this.resolvers) {
      if (namespace !== "file" || !matches(filter, path)) continue;
      const found = await callback({ path, importer, namespace: "file", resolveDir, kind });
      const resolved = isObject(found) ? readResolved(found) : null;
      if (resolved !== null) return resolved;
    }
    return null;
  }

  /**
   * Asks the loaders, one after the other.
   * @returns null where none has an answer
   * @throws whatever a plugin throws, and in Bun's words for an answer that is none
   */
  async load({ path, namespace, loader, defer }: LoadQuestion): Promise<LoadedByPlugin | null> {
    for (const { filter, namespace: own, callback } of this.loaders) {
      if (own !== namespace || !matches(filter, path)) continue;
      const found = await callback({ path, namespace, loader, defer, side: "client" });
      if (isObject(found)) return readLoaded(found, loader);
    }
    return null;
  }
}

function matches(filter: RegExp, path: string): boolean {
  // One with the flag g would go on where it stopped.
  filter.lastIndex = 0;
  return filter.test(path);
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function readResolved(found: object): ResolvedByPlugin | null {
  const path: unknown = Reflect.get(found, "path");
  const namespace: unknown = Reflect.get(found, "namespace");
  const external = Reflect.get(found, "external") === true;
  if (typeof path !== "string" || path === "") return null;
  const space = typeof namespace === "string" && namespace !== "" ? namespace : "file";
  if (space === "file" && !external && !path.startsWith("/") && !/^[a-zA-Z]:[\\/]/.test(path)) {
    throw new Error('onResolve plugin "path" must be absolute when the namespace is "file"');
  }
  return { path, namespace: space, external };
}

/** Loaders of Bun's bundler. */
const LOADERS = new Set([
  ...["js", "jsx", "ts", "tsx", "css", "html", "json", "jsonc", "json5", "toml", "yaml", "text", "file"],
  ...["napi", "wasm", "sqlite", "sqlite_embedded", "base64", "dataurl", "sh", "md", "xml", "object"],
]);

function readLoaded(found: object, byDefault: string): LoadedByPlugin {
  const given: unknown = Reflect.get(found, "loader") ?? byDefault;
  const loader = String(given);
  if (!LOADERS.has(loader)) throw new Error(`Loader ${loader} is not supported.`);
  if (loader === "object") return { contents: null, exports: Reflect.get(found, "exports"), loader };
  const contents: unknown = Reflect.get(found, "contents");
  if (typeof contents === "string") return { contents, exports: undefined, loader };
  if (contents instanceof ArrayBuffer)
    return { contents: new Uint8Array(contents), exports: undefined, loader };
  if (ArrayBuffer.isView(contents)) {
    const { buffer, byteOffset, byteLength } = contents;
    return { contents: new Uint8Array(buffer, byteOffset, byteLength), exports: undefined, loader };
  }
  throw new Error('onLoad plugins must return an object with "contents" as a string or Uint8Array');
}
