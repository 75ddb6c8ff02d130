import { bundleETag } from "../../html/content-hash.js";
import type { Output } from "../../html/output.js";
import { Response } from "../../web/response.js";
import type { Wire } from "../../wire/wire.js";
import { StaticReply } from "../static.js";

/** How long a page's former outputs are served, in builds: a browser may still be loading them. */
const KEPT_BUILDS = 2;

/** Clients keep what the names of production's files stand for: it never changes. */
const FOR_EVER = "public, max-age=31536000, immutable";

/** The content type of pages. */
export const PAGE_TYPE = "text/html;charset=utf-8";

/** Whose outputs they are: of bundles for ever, of bundles that may change, of live pages. */
export type OutputKind = "production" | "development" | "live";

interface Served {
  readonly reply: StaticReply;
  /** Builds that consist of it. */
  users: number;
}

/** The files that bundled pages consist of, by path. Pages share what is the same. */
export class Outputs {
  private readonly wire: Wire;
  private readonly kind: OutputKind;
  private readonly served = new Map<string, Served>();

  constructor(wire: Wire, kind: OutputKind) {
    this.wire = wire;
    this.kind = kind;
  }

  find(path: string): StaticReply | undefined {
    return this.served.get(path)?.reply;
  }

  /** Serves the outputs of a build. @param former those of the builds before, the latest first; changed */
  replace(outputs: readonly Output[], former: (readonly Output[])[]): void {
    for (const output of outputs) this.add(output);
    former.unshift(outputs);
    for (const old of former.splice(KEPT_BUILDS)) this.drop(old);
  }

  /** Stops serving the outputs of a build. */
  drop(outputs: readonly Output[]): void {
    for (const { path } of outputs) {
      const served = this.served.get(encodeURI(path));
      if (served !== undefined && --served.users === 0) this.served.delete(encodeURI(path));
    }
  }

  private add(output: Output): void {
    const path = encodeURI(output.path);
    const users = this.served.get(path)?.users ?? 0;
    // A live style sheet keeps its path when its content changes.
    this.served.set(path, { reply: this.reply(output), users: users + 1 });
  }

  /** How an output is answered. A page keeps its name when its content changes, unlike what it loads. */
  reply({ bytes, type, hash, sourceMap }: Output): StaticReply {
    const isPage = type === PAGE_TYPE;
    const fields: Record<string, string> = { "content-type": type };
    // Bun's development server tags them like any other static content, and names source maps in scripts only.
    if (this.kind !== "live") fields["etag"] = bundleETag(hash);
    if (this.kind === "production") fields["cache-control"] = isPage ? "no-cache" : FOR_EVER;
    if (this.kind === "development" && sourceMap !== undefined) fields["sourcemap"] = encodeURI(sourceMap);
    const asked = this.kind === "production" || (this.kind === "development" && !isPage);
    return new StaticReply(new Response(Uint8Array.from(bytes), { headers: fields }), this.wire, asked);
  }
}
