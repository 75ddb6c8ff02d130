import { fileRangeOf } from "../bun/file.js";
import { isHTMLBundle } from "../html/html-bundle.js";
import { isResponse } from "../web/response.js";
import { invalidOption, todo } from "./errors.js";
import { readManifest } from "./html/manifest.js";
import { optionalText } from "./optional-text.js";
import type { RouteFunction } from "./types.js";

/** What a route leads to, before anything of it is prepared. */
export type RouteTarget =
  | { readonly kind: "handler"; readonly handler: RouteFunction }
  | { readonly kind: "response"; readonly response: globalThis.Response }
  | { readonly kind: "file"; readonly file: Blob }
  /** Path of a directory; the route's path ends in `/*`. */
  | { readonly kind: "directory"; readonly directory: string }
  /** Path of an imported HTML file. */
  | { readonly kind: "page"; readonly file: string }
  /** `false`: the `fetch` handler takes it. */
  | { readonly kind: "none" };

/** One path pattern, for one method or (null) for all. */
export interface RouteEntry {
  readonly path: string;
  readonly method: string | null;
  readonly target: RouteTarget;
}

/** Methods that a per-method object can name, as Bun 1.4.4 reads them. */
const ROUTE_METHODS = [
  "GET",
  "POST",
  "PUT",
  "DELETE",
  "PATCH",
  "HEAD",
  "OPTIONS",
  "TRACE",
  "CONNECT",
] as const;

/**
 * Reads the `routes` option.
 * @throws {TypeError} `ERR_INVALID_ARG_TYPE` with Bun's message for a bad path or value
 */
export function readRoutes(routes: unknown): RouteEntry[] {
  if (!isRecord(routes)) throw invalidOption(NO_ROUTES_OBJECT);
  if (Array.isArray(routes)) return [];
  const entries: RouteEntry[] = [];
  for (const [path, value] of Object.entries(routes)) {
    if (path === "" || value === undefined) continue;
    checkPath(path);
    entries.push(...readRoute(path, value));
  }
  return entries;
}

function checkPath(path: string): void {
  if (!path.startsWith("/"))
    throw invalidOption(`Invalid route ${JSON.stringify(path)}. Path must start with '/'`);
  if (/[^\0-\x7f]/u.test(path)) {
    throw invalidOption(
      `Invalid route ${JSON.stringify(path)}. Please encode all non-ASCII characters in the path.`,
    );
  }
}

/** Only where a handler could read them: fixed replies may have any names. */
function checkNames(path: string): void {
  // Bun compares what follows the first colon of a segment, and gives the values the names behind the last one.
  const compared = segmentsWithColon(path).map((segment) => segment.slice(segment.indexOf(":") + 1));
  if (compared.some((name) => /^\d/.test(name))) {
    throw todo("Route parameter names cannot start with a number.");
  }
  // Two of one name that Bun does not see to be equal end its process.
  if (hasTwice(compared) || hasTwice(paramNames(path))) {
    throw todo("Support for duplicate route parameter names is not yet implemented.");
  }
}

function hasTwice(names: readonly string[]): boolean {
  return new Set(names).size < names.length;
}

/**
 * Names of the parameters of a pattern. `/:` matches anything and names nothing; as in Bun the names behind it
 * move up to its value.
 */
export function paramNames(path: string): string[] {
  return segmentsWithColon(path)
    .map((segment) => segment.slice(segment.lastIndexOf(":") + 1))
    .filter((name) => name !== "");
}

function segmentsWithColon(path: string): string[] {
  return path.split("/").filter((segment) => segment.includes(":"));
}

function readRoute(path: string, value: unknown): RouteEntry[] {
  if (value === false) return [{ path, method: null, target: NONE }];
  if (isRouteFunction(value)) {
    checkNames(path);
    return [{ path, method: null, target: { kind: "handler", handler: value } }];
  }
  if (!isRecord(value)) throw invalidOption(NO_ROUTE_VALUE);
  const methods = readMethods(value);
  if (methods.length > 0) {
    checkNames(path);
    return methods.flatMap(([method, target]) => readMethod(path, method, target));
  }
  const entries = readObject(path, null, value);
  if (entries === null) throw invalidOption(NO_ROUTE_VALUE);
  return entries;
}

/**
 * What an object has under the names of methods. As in Bun they are its own, those of a class are not seen; and
 * they go before whatever else the object is.
 */
function readMethods(value: object): [method: string, value: unknown][] {
  return ROUTE_METHODS.flatMap((method) => {
    const member = Object.getOwnPropertyDescriptor(value, method);
    return member === undefined ? [] : [[method, member.get ? member.get.call(value) : member.value]];
  });
}

function readMethod(path: string, method: string, value: unknown): RouteEntry[] {
  if (isRouteFunction(value)) return [{ path, method, target: { kind: "handler", handler: value } }];
  return (isRecord(value) ? readObject(path, method, value) : null) ?? [];
}

/** Null for an object that is nothing to serve. */
function readObject(
  path: string,
  method: string | null,
  value: Record<string, unknown>,
): RouteEntry[] | null {
  const built = readManifest(value);
  if (built !== null) return [{ path, method, target: built.page }, ...built.files];
  const target = readDirectory(path, value) ?? readTarget(value);
  return target === null ? null : [{ path, method, target }];
}

const NONE: RouteTarget = { kind: "none" };

function readTarget(value: object): RouteTarget | null {
  if (isResponse(value)) return { kind: "response", response: value };
  if (isHTMLBundle(value)) return { kind: "page", file: value.index };
  if (value instanceof Blob && fileRangeOf(value) !== null) return { kind: "file", file: value };
  return null;
}

function readDirectory(path: string, value: Record<string, unknown>): RouteTarget | null {
  const directory = optionalText("dir", value["dir"]);
  if (directory === null) return null;
  if (!path.endsWith("/*")) throw invalidOption("To mount a directory, make sure the path ends in `/*`");
  if (segmentsWithColon(path).length > 0) {
    throw invalidOption("Directory routes do not support :parameters; use a fixed prefix ending in `/*`");
  }
  if (path.includes("//")) throw invalidOption("Directory route paths cannot contain empty segments");
  return { kind: "directory", directory };
}

function isRouteFunction(value: unknown): value is RouteFunction {
  return typeof value === "function";
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return (typeof value === "object" && value !== null) || typeof value === "function";
}

const NO_ROUTES_OBJECT = `Bun.serve() expects 'routes' to be an object shaped like:

  {
    "/path": {
      GET: (req) => new Response("Hello"),
      POST: (req) => new Response("Hello"),
    },
    "/path2/:param": new Response("Hello"),
    "/path3/:param1/:param2": (req) => new Response("Hello")
  }

Learn more at https://bun.com/docs/api/http`;

const NO_ROUTE_VALUE = `'routes' expects a Record<string, Response | HTMLBundle | {[method: string]: (req: BunRequest) => Response|Promise<Response>}>

To bundle frontend apps on-demand with Bun.serve(), import HTML files.

Example:

\`\`\`js
import { serve } from "bun";
import app from "./app.html";

serve({
  routes: {
    "/index.json": Response.json({ message: "Hello World" }),
    "/app": app,
    "/path/:param": (req) => {
      const param = req.params.param;
      return Response.json({ message: \`Hello \${param}\` });
    },
    "/path": {
      GET(req) {
        return Response.json({ message: "Hello World" });
      },
      POST(req) {
        return Response.json({ message: "Hello World" });
      },
    },
  },

  fetch(request) {
    return new Response("fallback response");
  },
});
\`\`\`

See https://bun.com/docs/api/http for more information.`;
