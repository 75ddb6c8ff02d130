import { readdirSync } from "node:fs";
import { extname, join, relative, resolve } from "node:path";
import { typeError } from "./argument-error.js";

/** Options of {@link FileSystemRouter}. */
export interface FileSystemRouterOptions {
  style: "nextjs";
  /** Folder of the pages. */
  dir: string;
  /** What `src` begins with, e.g. `https://example.org`. */
  origin?: string;
  /** What stands in `src` between origin and file. */
  assetPrefix?: string;
  /** Extensions of pages. Default: those of programs */
  fileExtensions?: string[];
}

/** A page that a path leads to. */
export interface MatchedRoute {
  /** Absolute. */
  readonly filePath: string;
  readonly kind: RouteKind;
  /** The pattern, e.g. `/blog/[slug]`. */
  readonly name: string;
  readonly params: Record<string, string>;
  /** Path and query that were asked for, the path decoded. */
  readonly pathname: string;
  /** The parameters and what the query says; a name that stands there twice is a list. */
  readonly query: Record<string, string | string[]>;
  readonly scriptSrc: string;
  readonly src: string;
}

type RouteKind = "exact" | "dynamic" | "catch-all" | "optional-catch-all";

interface Route {
  readonly name: string;
  readonly filePath: string;
  readonly kind: RouteKind;
}

const EXTENSIONS = [".tsx", ".jsx", ".mts", ".ts", ".mjs", ".js", ".cts", ".cjs"];

/** What is asked first. */
const ORDER: readonly RouteKind[] = ["exact", "dynamic", "catch-all", "optional-catch-all"];

/**
 * Finds pages by their paths, as Next.js names them.
 *
 * @see https://bun.com/docs/runtime/file-system-router
 */
export class FileSystemRouter {
  readonly style = "nextjs";
  readonly origin: string | null;
  readonly assetPrefix: string | null;
  readonly #directory: string;
  readonly #extensions: readonly string[];
  #routes: readonly Route[] = [];

  /** @throws TypeError for wrong options; Error for a folder that is not there */
  constructor(options: FileSystemRouterOptions) {
    const { style, dir, origin, assetPrefix, fileExtensions } = checked(options);
    if (style !== "nextjs") throw invalid("Only 'nextjs' style is currently implemented");
    this.origin = origin ?? null;
    this.assetPrefix = assetPrefix ?? null;
    this.#directory = resolve(dir);
    this.#extensions = fileExtensions ?? EXTENSIONS;
    this.reload();
  }

  /** Files by the names of their routes. */
  get routes(): Record<string, string> {
    return Object.fromEntries(this.#routes.map(({ name, filePath }) => [name, filePath]));
  }

  /** Reads the folder anew. */
  reload(): void {
    let files: string[];
    try {
      files = filesBelow(this.#directory);
    } catch (cause) {
      throw new Error(`Unable to find directory: ${this.#directory}`, { cause });
    }
    const routes = files
      .filter((file) => this.#extensions.includes(extname(file)))
      .map((filePath) => routeOf(filePath, relative(this.#directory, filePath)));
    this.#routes = routes.sort(
      (a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || (sortKey(a) < sortKey(b) ? -1 : 1),
    );
  }

  /** @throws TypeError for what has no URL */
  match(input: string | Request | Response): MatchedRoute | null {
    const [path = "", search = ""] = targetOf(input).split(/(?=\?)/s, 2);
    if (path !== "" && !path.startsWith("/")) return null;
    const decoded = decode(path === "" ? "/" : path);
    const segments = decoded.split("/").filter((segment) => segment !== "");
    const wanted = segments.length === 1 && segments[0] === "index" ? [] : segments;
    for (const route of this.#routes) {
      const params = paramsOf(route, wanted);
      if (params !== null) return this.#matched(route, params, decoded, search);
    }
    return null;
  }

  #matched(
    { filePath, kind, name }: Route,
    params: Record<string, string>,
    path: string,
    search: string,
  ): MatchedRoute {
    const file = relative(this.#directory, filePath);
    const base = this.origin === null ? "" : this.origin.replace(/\/?$/, "/");
    const src = `${base}${this.assetPrefix ?? ""}${file}`;
    const pathname = path + search;
    return new PageMatch({
      filePath,
      kind,
      name,
      params,
      pathname,
      query: queryOf(params, search),
      scriptSrc: src,
      src,
    });
  }
}

/** Shown under the name that Bun gives it. */
class PageMatch {
  declare readonly filePath: string;
  declare readonly kind: RouteKind;
  declare readonly name: string;
  declare readonly params: Record<string, string>;
  declare readonly pathname: string;
  declare readonly query: Record<string, string | string[]>;
  declare readonly scriptSrc: string;
  declare readonly src: string;

  constructor(match: MatchedRoute) {
    Object.assign(this, match);
  }
}
Object.defineProperty(PageMatch, "name", { value: "MatchedRoute" });

function checked(options: unknown): FileSystemRouterOptions {
  if (!isObject(options)) throw invalid("Expected object");
  if (typeof options["style"] !== "string") throw invalid(`Expected 'style' option (ex: "style": "nextjs")`);
  if (options["style"] === "nextjs" && typeof options["dir"] !== "string") {
    throw invalid("FileSystemRouterOptions.dir is required");
  }
  return { style: "nextjs", dir: "", ...options };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

/** Folders of packages and hidden ones hold no pages. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name.startsWith(".") || entry.name === "node_modules") return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

function routeOf(filePath: string, file: string): Route {
  const stem = file.slice(0, file.length - extname(file).length);
  const name = `/${stem.replace(/(?:^|\/)index$/, "")}`;
  return { name, filePath, kind: kindOf(name) };
}

function kindOf(name: string): RouteKind {
  if (/\[\[\.\.\.[^\]]+\]\]$/.test(name)) return "optional-catch-all";
  if (/\[\.\.\.[^\]]+\]$/.test(name)) return "catch-all";
  return /\[[^\]]+\]/.test(name) ? "dynamic" : "exact";
}

function sortKey({ name }: Route): string {
  return name === "/" ? "/index" : name;
}

/** What the segments of a path give a route; null where they do not fit. */
function paramsOf({ name }: Route, segments: readonly string[]): Record<string, string> | null {
  const params: Record<string, string> = {};
  const patterns = name.split("/").filter((pattern) => pattern !== "");
  for (const [index, pattern] of patterns.entries()) {
    const [, optional, rest] = /^\[(\[)?\.\.\.([^\]]+)\]\]?$/.exec(pattern) ?? [];
    const segment = segments[index];
    if (rest !== undefined) {
      if (segment === undefined) return optional === undefined ? null : params;
      params[rest] = segments.slice(index).join("/");
      return params;
    }
    const [, parameter] = /^\[([^\]]+)\]$/.exec(pattern) ?? [];
    if (segment === undefined || (parameter === undefined && segment !== pattern)) return null;
    if (parameter !== undefined) params[parameter] = segment;
  }
  return patterns.length === segments.length ? params : null;
}

function queryOf(params: Record<string, string>, search: string): Record<string, string | string[]> {
  const query: Record<string, string | string[]> = { ...params };
  const given = new URLSearchParams(search);
  for (const name of new Set(given.keys())) {
    if (Object.hasOwn(params, name)) continue;
    const values = given.getAll(name);
    query[name] = values.length === 1 ? (values[0] ?? "") : values;
  }
  return query;
}

function targetOf(input: unknown): string {
  const text =
    typeof input === "string"
      ? input
      : input instanceof Request || input instanceof Response
        ? input.url
        : null;
  if (text === null) throw invalid("Expected string, Request or Response");
  return text.replace(/^[a-z][a-z\d+.-]*:\/\/[^/?]*/i, "");
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function invalid(message: string): TypeError {
  return typeError("ERR_INVALID_ARG_TYPE", message);
}
