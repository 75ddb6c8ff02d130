import { relative } from "node:path";
import { escapeHTML } from "../../bun/escape-html.js";
import type { Problem } from "../../html/problem.js";
import { ERROR_STYLE } from "../error-page.js";

/**
 * The page that shows why a page cannot be bundled. Everything of the program's is escaped.
 * @param client the script that loads the page again once it can
 */
export function failurePage(problems: readonly Problem[], client: string): string {
  const count = problems.length === 1 ? "1 error" : `${problems.length} errors`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Build failed</title>
<style>${ERROR_STYLE}</style>
<script>${client.replaceAll("</", "<\\/")}</script>
</head>
<body>
<main>
<p class="request"><b>500</b> This page cannot be bundled: ${count}</p>
${problems.map(section).join("\n")}
<footer>The page appears by itself once its sources are saved without errors.</footer>
</main>
</body>
</html>
`;
}

function section({ text, file, place }: Problem): string {
  const at = file === null ? "" : relative(process.cwd(), file);
  const line = place === null ? "" : `:${place.line}:${place.column}`;
  return `<section>
<h1><b>Error</b> <span>${escapeHTML(text)}</span></h1>
${place === null ? "" : source(place)}
<ol><li><b>${escapeHTML(at + line)}</b></li></ol>
</section>`;
}

function source({ line, column, length, lineText }: NonNullable<Problem["place"]>): string {
  const start = column - 1;
  const marked = lineText.slice(start, start + length) || " ";
  const text = `${escapeHTML(lineText.slice(0, start))}<mark>${escapeHTML(marked)}</mark>${escapeHTML(lineText.slice(start + length))}`;
  return `<pre tabindex="0" aria-label="Source"><span class="line fault"><i>${line}</i>${text}</span></pre>`;
}
