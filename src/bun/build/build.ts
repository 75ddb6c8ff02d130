import { mkdir, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, extname, relative, resolve } from "node:path";
import type * as Esbuild from "esbuild";
import { type ArtifactKind, BuildArtifact } from "./artifact.js";
import { type BuildMessage, buildMessage } from "./message.js";
import { type BuildConfig, checkConfig, esbuildOptions } from "./options.js";

/** What a build made. */
export interface BuildOutput {
  outputs: BuildArtifact[];
  success: boolean;
  logs: BuildMessage[];
}

/** The order in which files are told. */
const ORDER: readonly ArtifactKind[] = ["entry-point", "chunk", "asset", "sourcemap"];

/** Names of what is not written are relative to it. */
const NOWHERE = resolve("/bunshim-build");

/**
 * Bundles scripts and style sheets, by esbuild: what comes out does the same as what Bun's bundler makes, in other
 * bytes.
 *
 * @throws TypeError for a wrong configuration; AggregateError of messages when the build fails
 * @see https://bun.com/docs/bundler
 */
export async function build(config: BuildConfig): Promise<BuildOutput> {
  checkConfig(config);
  const { outdir } = config;
  const folder = outdir === undefined ? NOWHERE : resolve(outdir);
  const esbuild: typeof Esbuild = createRequire(import.meta.url)("esbuild");
  try {
    const result = await esbuild.build(esbuildOptions(config, folder));
    const outputs = artifactsOf(result, outdir === undefined ? null : folder);
    if (outdir !== undefined) await Promise.all(result.outputFiles.map(write));
    return { outputs, success: true, logs: result.warnings.map((one) => buildMessage(one, "warning")) };
  } catch (error) {
    if (!isFailure(error)) throw error;
    const logs = error.errors.map((one) => buildMessage(one, "error"));
    if (config.throw === false) return { outputs: [], success: false, logs };
    throw new AggregateError(logs, "Bundle failed");
  }
}

function artifactsOf(
  { outputFiles, metafile }: { outputFiles: Esbuild.OutputFile[]; metafile: Esbuild.Metafile },
  folder: string | null,
): BuildArtifact[] {
  const facts = new Map(Object.entries(metafile.outputs).map(([path, output]) => [resolve(path), output]));
  const artifacts = outputFiles.map(({ path, contents }) => {
    const entry = facts.get(path)?.entryPoint;
    const kind = kindOf(path, entry);
    return new BuildArtifact(contents, {
      path: folder === null ? `./${relative(NOWHERE, path)}` : path,
      kind,
      loader: entry === undefined ? "file" : extname(entry).slice(1),
    });
  });
  for (const artifact of artifacts) {
    artifact.sourcemap = artifacts.find(({ path }) => path === `${artifact.path}.map`) ?? null;
  }
  return artifacts.sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}

function kindOf(path: string, entry: string | undefined): ArtifactKind {
  if (path.endsWith(".map")) return "sourcemap";
  if (entry !== undefined) return "entry-point";
  return path.endsWith(".js") ? "chunk" : "asset";
}

async function write({ path, contents }: Esbuild.OutputFile): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, contents);
}

function isFailure(error: unknown): error is Esbuild.BuildFailure {
  return error instanceof Error && "errors" in error && Array.isArray(error.errors);
}
