import { fileRangeOf } from "../bun/file.js";
import { adoptResponse, contentOf } from "../web/response.js";
import type { Wire } from "../wire/wire.js";
import { DirectoryRoute } from "./directory.js";
import { FileRoute } from "./files.js";
import type { Page } from "./html/page.js";
import type { Pages } from "./html/pages.js";
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
  | { readonly kind: "page"; readonly page: Page }
  | { readonly kind: "none" };

/** The routes of a server, and what they hold open. */
export class RouteTable {
  /** Null where there are no routes. */
  readonly router: Router<Route> | null;
  private readonly directories: DirectoryRoute[] = [];

  /**
   * @param pages where imported HTML files become pages; not null where there are any
   * @throws for a route that cannot be served; then nothing stays open
   */
  constructor(entries: readonly RouteEntry[], wire: Wire, pages: Pages | null) {
    try {
      this.router = entries.length === 0 ? null : this.build(entries, wire, pages);
    } catch (error) {
      this.close();
      throw error;
    }
  }

  /** For a table that another one replaced: servers that reload often would run out of descriptors. */
  close(): void {
    for (const directory of this.directories) directory.close();
  }

  private build(entries: readonly RouteEntry[], wire: Wire, pages: Pages | null): Router<Route> {
    const router = new Router<Route>();
    for (const kinds of REGISTRATION) {
      for (const { path, method, target } of entries) {
        if (!kinds.includes(target.kind)) continue;
        const route = prepared(path, target, wire, pages);
        if (route.kind === "directory") this.directories.push(route.directory);
        router.add(path, method, route);
      }
    }
    return router;
  }
}

/** The order in which Bun adds routes: of patterns of one shape (`/:a`, `/:b`) the last one added counts. */
const REGISTRATION: readonly (readonly RouteEntry["target"]["kind"][])[] = [
  ["handler"],
  ["none"],
  ["response", "file", "directory", "page"],
];

function prepared(path: string, target: RouteEntry["target"], wire: Wire, pages: Pages | null): Route {
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
    case "page":
      if (pages === null) throw new Error("an HTML file has no pages to be one of");
      return { kind: "page", page: pages.page(target.file) };
    case "none":
      return target;
  }
}
