import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { root } from "./runtimes.js";

/** A fenced code block of a document. */
export interface Block {
  /** `page › heading › n`. */
  id: string;
  page: string;
  heading: string;
  /** 1 for the first block below its heading. */
  ordinal: number;
  /** The word behind the fence: ts, tsx, js, html … */
  language: string;
  /** The file name the page gives it, if it looks like one. */
  fileName: string | undefined;
  code: string;
  /** A short hash of the code: a manifest entry which names another one is out of date. */
  hash: string;
  /** Blocks shown beside it in one `<CodeGroup>`: files of the same program. */
  siblings: Block[];
}

const documents = path.join(root, "node_modules/bun-types/docs");

/** The pages whose examples are run, in the order of the table. */
export function pages(): string[] {
  const below = (folder: string): string[] =>
    readdirSync(path.join(documents, folder))
      .filter((name) => name.endsWith(".mdx"))
      .sort()
      .map((name) => `${folder}/${name}`);
  return [
    ...below("runtime/http"),
    "runtime/cookies.mdx",
    "bundler/fullstack.mdx",
    ...below("guides/http"),
    ...below("guides/websocket"),
  ];
}

/** The blocks of one of Bun's pages. */
export function blocksOf(page: string): Block[] {
  return extract(page.replace(/\.mdx$/, ""), readFileSync(path.join(documents, page), "utf8"));
}

/** Languages a runtime can start. */
export function isProgram(block: Block): boolean {
  return /^(ts|tsx|js|jsx|typescript|javascript)$/.test(block.language);
}

/** Takes every fenced block out of Markdown text. A block's indentation is that of its fence. */
export function extract(page: string, text: string): Block[] {
  const blocks: Block[] = [];
  const counts = new Map<string, number>();
  let heading = "";
  let group: Block[] | undefined;
  let open: { indent: string; fence: string; info: string; lines: string[] } | undefined;
  for (const line of text.split("\n")) {
    if (open) {
      if (line.trim() !== open.fence) {
        open.lines.push(line.startsWith(open.indent) ? line.slice(open.indent.length) : line);
        continue;
      }
      const ordinal = (counts.get(heading) ?? 0) + 1;
      counts.set(heading, ordinal);
      const block = toBlock(page, heading, ordinal, open.info, open.lines.join("\n"));
      if (group) group.push(block);
      if (group) block.siblings = group;
      blocks.push(block);
      open = undefined;
      continue;
    }
    const fence = /^(\s*)(```+)(.*)$/.exec(line);
    if (fence) open = { indent: fence[1] ?? "", fence: fence[2] ?? "", info: fence[3] ?? "", lines: [] };
    else if (line.includes("<CodeGroup>")) group = [];
    else if (line.includes("</CodeGroup>")) group = undefined;
    else
      heading = /^#{1,6} +(.*)$/.exec(line)?.[1]?.replaceAll("`", "").replaceAll("|", "/").trim() ?? heading;
  }
  return blocks;
}

function toBlock(page: string, heading: string, ordinal: number, info: string, code: string): Block {
  const [language = "", ...rest] = info.trim().split(/\s+/);
  const title = /title="([^"]+)"/.exec(info)?.[1] ?? rest[0] ?? "";
  const name = title.replace(/^\.\//, "");
  return {
    id: `${page} › ${heading || "top"} › ${ordinal}`,
    page,
    heading,
    ordinal,
    language,
    fileName: /^[\w.@[\]/-]+\.\w+$/.test(name) ? name : undefined,
    code,
    hash: createHash("sha256").update(code).digest("hex").slice(0, 8),
    siblings: [],
  };
}
