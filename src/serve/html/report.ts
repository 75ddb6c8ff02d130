import { relative } from "node:path";
import type { BundledPage } from "../../html/page-bundler.js";
import { type Problem, problemText } from "../../html/problem.js";

/** Prints why a page cannot be served. */
export function reportProblems(problems: readonly Problem[]): void {
  if (problems.length > 0) process.stderr.write(`${problems.map(problemText).join("\n\n")}\n`);
}

/** Prints what a build without live reload took and made, as Bun does. */
export function reportBundle(file: string, page: BundledPage, milliseconds: number): void {
  const chunks = page.outputs.filter(({ path }) => /^\/chunk-.*\.(?:js|css)$/.test(path));
  const size = chunks.reduce((sum, { bytes }) => sum + bytes.length, page.html.length);
  const name = file.slice(file.lastIndexOf("/") + 1);
  process.stderr.write(`[${milliseconds.toFixed(2)}ms] bundle ${name} ${(size / 1024).toFixed(2)} KB\n`);
}

/** Prints that a live page was built, or built anew because a file changed. */
export function reportBuild(what: "Bundled page" | "Reloaded", file: string, milliseconds: number): void {
  const path = relative(process.cwd(), file);
  process.stderr.write(`${what} in ${Math.round(milliseconds)}ms: ${path}\n`);
}
