import { fileRangeOf } from "../bun/file.js";
import { adoptResponse, contentOf } from "../web/response.js";
import type { Wire } from "../wire/wire.js";
import { DirectoryRoute } from "./directory.js";
import { FileRoute } from "./files.js";
import { Router } from "./router.js";
import { paramNames, type RouteEntry } from "./routes.js";
import { StaticReply } from "./static.js";
import type { RouteFunction } from "./types.js";

/** What a matched path leads to, ready to be used. */
export type Route =
  | { readonly kind: "handler"; readonly handler: RouteFunction; readonly names: readonly string[] }
  | { readonly kind: "static"; readonly reply: StaticReply }
  | { readonly kind: "file"; readonly file: FileRoute }
  | { readonly kind: "directory"; readonly directory: DirectoryRoute }
  | { readonly kind: "none" };

/** Makes the router of a server; null where there are no routes. */
export function buildRouter(entries: readonly RouteEntry[], wire: Wire): Router<Route> | null {
  if (entries.length === 0) return null;
  const router = new Router<Route>();
  for (const kinds of REGISTRATION) {
    for (const { path, method, target } of entries) {
      if (kinds.includes(target.kind)) router.add(path, method, prepared(path, target, wire));
    }
  }
  return router;
}

/** The order in which Bun adds routes: of patterns of one shape (`/:a`, `/:b`) the last one added counts. */
const REGISTRATION: readonly (readonly RouteEntry["target"]["kind"][])[] = [
  ["handler"],
  ["none"],
  ["response", "file", "directory"],
];

function prepared(path: string, target: RouteEntry["target"], wire: Wire): Route {
  switch (target.kind) {
    case "handler":
      return { kind: "handler", handler: target.handler, names: paramNames(path) };
    case "response": {
      const content = contentOf(adoptResponse(target.response));
      if (content instanceof Blob && fileRangeOf(content) !== null) {
        return { kind: "file", file: new FileRoute(content, target.response) };
      }
      return { kind: "static", reply: new StaticReply(target.response, wire) };
    }
    case "file":
      return { kind: "file", file: new FileRoute(target.file, null) };
    case "directory":
      return { kind: "directory", directory: new DirectoryRoute(path, target.directory) };
    case "none":
      return target;
  }
}
