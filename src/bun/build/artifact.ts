import { createHash } from "node:crypto";

/** What a file of a build is. */
export type ArtifactKind = "entry-point" | "chunk" | "asset" | "sourcemap";

interface ArtifactFacts {
  path: string;
  kind: ArtifactKind;
  loader: string;
}

const TYPES: Readonly<Record<string, string>> = {
  js: "text/javascript;charset=utf-8",
  css: "text/css;charset=utf-8",
  map: "application/json;charset=utf-8",
  json: "application/json;charset=utf-8",
  html: "text/html;charset=utf-8",
};

/**
 * A file of a build, with its content.
 *
 * @see https://bun.com/docs/bundler#outputs
 */
export class BuildArtifact extends Blob {
  /** Absolute where it was written, else its name behind `./`. */
  readonly path: string;
  readonly kind: ArtifactKind;
  /** How its source was read. */
  readonly loader: string;
  /** Of the content. */
  readonly hash: string;
  sourcemap: BuildArtifact | null = null;

  constructor(content: Uint8Array, facts: ArtifactFacts) {
    const extension = /\.(\w+)$/.exec(facts.path)?.[1] ?? "";
    super([new Uint8Array(content)], { type: TYPES[extension] ?? "application/octet-stream" });
    this.path = facts.path;
    this.kind = facts.kind;
    this.loader = facts.loader;
    this.hash = createHash("sha256").update(content).digest("hex").slice(0, 8);
  }
}
