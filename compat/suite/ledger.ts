import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { root } from "./runtimes.js";

/** The generated page. */
export const page = path.join(root, "COMPATIBILITY.md");

/** What the committed page says: which cases and blocks were open (red), and which rows there were at all. */
export interface Ledger {
  /** `id wire` of everything listed as open. */
  open: ReadonlySet<string>;
  /** `row wire` of every green cell. */
  green: ReadonlySet<string>;
}

/** The page as it was committed; without git, as it is on disk; `undefined` before there is one. */
export function committedPage(): string | undefined {
  try {
    return execFileSync("git", ["show", "HEAD:COMPATIBILITY.md"], {
      cwd: root,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
  } catch {
    return pageOnDisk();
  }
}

/** The page on disk. */
export function pageOnDisk(): string | undefined {
  return existsSync(page) ? readFileSync(page, "utf8") : undefined;
}

/** Reads back what {@link writePage} wrote. */
export function readLedger(text: string): Ledger {
  const open = new Set<string>();
  const green = new Set<string>();
  let wires: string[] = [];
  let section = "";
  for (const line of text.split("\n")) {
    if (line.startsWith("## ")) section = line.slice(3);
    if (!line.startsWith("| ")) continue;
    const cells = line
      .slice(1, -1)
      .split("|")
      .map((cell) => cell.trim());
    if (section === "Open") {
      const [id = "", wire = ""] = cells;
      if (wire !== "wire") open.add(`${id.replaceAll("`", "")} ${wire}`);
    } else if (cells.includes("uws")) wires = cells;
    else
      for (const [at, cell] of cells.entries())
        if (cell.startsWith("✅")) green.add(`${(cells[0] ?? "").replaceAll("`", "")} ${wires[at] ?? ""}`);
  }
  return { open, green };
}
