import { statSync } from "node:fs";
import { resolve } from "node:path";
import { file } from "../../bun/file.js";
import { Response } from "../../web/response.js";
import { invalidOption } from "../errors.js";
import { optionalText } from "../optional-text.js";
import type { RouteEntry, RouteTarget } from "../routes.js";

/** A page that was bundled ahead of time, and the files that it loads. */
export interface BuiltPage {
  readonly page: RouteTarget;
  readonly files: readonly RouteEntry[];
}

/**
 * Reads what `bun build --target=bun` makes of an HTML import: a manifest. Its files are looked for in the folder
 * in which the program was started, and must be there.
 *
 * @returns null for what is no manifest
 * @throws {TypeError} `ERR_INVALID_ARG_TYPE`, with Bun's messages
 */
export function readManifest(value: Readonly<Record<string, unknown>>): BuiltPage | null {
  const index = optionalText("index", value["index"]);
  const files = value["files"] ?? null;
  if (index === null || files === null) return null;
  if (!Array.isArray(files)) throw invalidOption("files must be an array");
  const outputs = files.flatMap((entry: unknown) => (isOutput(entry) ? [entry] : []));
  const page = outputs.find(({ path }) => path === index);
  if (page === undefined) return null;
  return {
    page: targetOf(page),
    files: outputs
      .filter((output) => output !== page)
      .map((output) => ({
        path: `/${output.path.replace(/^\.?\//, "")}`,
        method: "GET",
        target: targetOf(output),
      })),
  };
}

interface BuiltOutput {
  readonly path: string;
  readonly headers: Record<string, string>;
}

function isOutput(value: unknown): value is BuiltOutput {
  if (typeof value !== "object" || value === null) return false;
  if (!("path" in value) || typeof value.path !== "string") return false;
  return "headers" in value && typeof value.headers === "object" && value.headers !== null;
}

function targetOf({ path, headers }: BuiltOutput): RouteTarget {
  const absolute = resolve(path);
  if (statSync(absolute, { throwIfNoEntry: false }) === undefined) {
    throw invalidOption(
      `Bundled file ${JSON.stringify(path)} not found. You may want to configure --asset-naming or \`naming\` when bundling.`,
    );
  }
  return { kind: "response", response: new Response(file(absolute), { headers }) };
}
