import { readFileSync } from "node:fs";
import type { Entry } from "../docs/manifest.js";
import { manifest } from "../docs/manifest.js";
import type { Result } from "./case-run.js";
import type { Performance } from "./document-run.js";
import { expectation, judge } from "./document-run.js";
import type { Block } from "./documents.js";
import { blocksOf, extract, isProgram, pages } from "./documents.js";
import type { Wire } from "./runtimes.js";
import { reference, root, subject } from "./runtimes.js";

/** A block with what is known of it. */
export interface Planned {
  block: Block;
  /** `undefined`: the manifest does not know the block. */
  entry: Entry | undefined;
  /** Blocks of other people's Markdown: nothing is known, and one that fails on Bun is only shown. */
  foreign: boolean;
}

/** What a run of documents depends on. */
export interface DocumentSettings {
  wires: Wire[];
  node: string;
  version: string;
  cache: boolean;
}

/** Every block of Bun's own pages. */
export function bunDocuments(): Planned[] {
  return pages()
    .flatMap(blocksOf)
    .filter(isProgram)
    .map((block) => ({ block, entry: manifest[block.id], foreign: false }));
}

/** The blocks of some Markdown files. */
export function markdownFiles(files: string[]): Planned[] {
  return files
    .flatMap((file) => extract(file, readFileSync(file, "utf8")))
    .filter(isProgram)
    .map((block) => ({ block, entry: undefined, foreign: true }));
}

/** Entries of the manifest whose block is gone. */
export function staleEntries(blocks: Planned[]): string[] {
  const known = new Set(blocks.map(({ block }) => block.id));
  return Object.keys(manifest).filter((id) => !known.has(id));
}

/** One task per block: the reference once, then every wire. */
export function documentTasks(
  blocks: Planned[],
  settings: DocumentSettings,
  done: (result: Result) => void,
): (() => Promise<Result[]>)[] {
  return blocks.map((planned) => async () => {
    const results = await examine(planned, settings);
    for (const result of results) done(result);
    return results;
  });
}

function firstError({ stderr, transcript }: Performance): string {
  const lines = `${stderr}\n${transcript}`.split("\n").map((line) => line.trim());
  return lines.find((line) => /^\w*error\b/i.test(line)) ?? lines.find(Boolean) ?? "no word";
}

async function examine({ block, entry, foreign }: Planned, settings: DocumentSettings): Promise<Result[]> {
  const all = (passed: boolean, detail: string): Result[] =>
    settings.wires.map((wire) => ({ id: block.id, area: "docs", wire, passed, detail }));
  if (!foreign && entry === undefined) return all(false, "Not in the manifest.");
  if (entry !== undefined && entry.hash !== block.hash)
    return all(
      false,
      `The block has changed: its hash is ${block.hash}, the manifest was written for ${entry.hash}.`,
    );
  if (entry?.network && entry.fragment !== undefined) return all(true, "");
  const { hash: _hash, fragment, network: _network, refused, ...plan } = entry ?? { hash: block.hash };
  const expected = await expectation(block, plan, reference(), { ...settings, root });
  const runsNot = expected.kind === "failed" || expected.kind === "silent";
  if (foreign && runsNot)
    return all(true, `only shown, since it does not run on Bun: ${firstError(expected)}`);
  if (fragment !== undefined)
    return runsNot ? all(true, "") : all(false, `Said to be a fragment, but it ${expected.kind} on Bun.`);
  if (runsNot)
    return all(
      false,
      `Does not run on Bun, and the manifest gives no reason:\n${expected.stderr || expected.transcript}`,
    );
  const results: Result[] = [];
  for (const wire of settings.wires)
    results.push(
      await judge(
        block,
        plan,
        { ...subject(wire, settings.node), name: wire },
        expected,
        root,
        refused?.[wire]?.line,
      ),
    );
  return results;
}
