import { escapeHTML } from "../bun/escape-html.js";
import { inspect } from "../bun/inspect/inspect.js";
import { framesOf, type StackFrame, sourceOf } from "../bun/inspect/stack.js";

/** Causes and members of an AggregateError that are shown. */
const MAX_ERRORS = 10;

/** Members of an error that are shown. */
const MAX_MEMBERS = 20;

/** Characters of a member or of a line of source: what is bundled has lines of megabytes. */
const MAX_TEXT = 1000;

/** Characters of a message. */
const MAX_MESSAGE = 10_000;

/** Members that are shown elsewhere. */
const APART: ReadonlySet<string> = new Set(["name", "message", "stack", "cause", "errors"]);

/**
 * The page that shows an error to the developer. It is self-contained: no script, nothing that is loaded, and
 * everything that came from a request or a program is escaped.
 */
export function errorPage(method: string, path: string, error: unknown): string {
  const sections = attempt(() => chainOf(error).map(section).join("\n"));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Internal Server Error</title>
<style>${ERROR_STYLE}</style>
</head>
<body>
<main>
<p class="request"><b>500</b> ${escapeHTML(method)} ${escapeHTML(path)} failed</p>
${sections ?? section({ label: "", error: "an object that cannot be shown" })}
<footer>This page is shown because <code>development</code> is on. In production the reply is plain text without details.</footer>
</main>
</body>
</html>
`;
}

interface Shown {
  readonly label: string;
  readonly error: unknown;
}

/** The error, then what it was made of. */
function chainOf(error: unknown): Shown[] {
  const chain: Shown[] = [{ label: "", error }];
  for (let at = 0; at < chain.length && chain.length < MAX_ERRORS; at++) {
    const shown = chain[at]?.error;
    if (!(shown instanceof Error)) continue;
    const members = attempt(() => Reflect.get(shown, "errors"));
    if (shown instanceof AggregateError && Array.isArray(members)) {
      for (const member of members.slice(0, MAX_ERRORS))
        chain.push({ label: "One of its errors", error: member });
    }
    const cause = attempt(() => shown.cause);
    if (cause !== undefined && cause !== null) chain.push({ label: "Caused by", error: cause });
  }
  return chain;
}

function section({ label, error }: Shown): string {
  const frames = error instanceof Error ? framesOf(error) : [];
  const [first] = frames;
  return [
    "<section>",
    label === "" ? "" : `<p class="label">${label}</p>`,
    `<h1>${headline(error)}</h1>`,
    error instanceof Error ? memberList(error) : "",
    first === undefined ? "" : sourceFrame(first),
    frames.length === 0 ? "" : `<ol>${frames.map(frameItem).join("")}</ol>`,
    "</section>",
  ]
    .filter((part) => part !== "")
    .join("\n");
}

/** What the program told of the error beside its message, e.g. a code. */
function memberList(error: Error): string {
  const names = Object.keys(error).filter((name) => !APART.has(name));
  if (names.length === 0) return "";
  const items = names.slice(0, MAX_MEMBERS).map((name) => {
    const value = attempt(() => inspect(Reflect.get(error, name), { depth: 1 }));
    return `<dt>${escapeHTML(name)}</dt><dd>${escapeHTML(shortened(String(value ?? "")))}</dd>`;
  });
  return `<dl>${items.join("")}</dl>`;
}

function shortened(text: string): string {
  return cut(text, MAX_TEXT);
}

function cut(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length)}…` : text;
}

function headline(error: unknown): string {
  if (error instanceof Error) {
    const name = attempt(() => error.name);
    const message = attempt(() => error.message);
    return `<b>${escapeHTML(String(name ?? "Error"))}</b> <span>${escapeHTML(cut(String(message ?? ""), MAX_MESSAGE))}</span>`;
  }
  const shown = typeof error === "string" ? error : attempt(() => inspect(error));
  return `<b>Thrown</b> <span>${escapeHTML(cut(String(shown ?? "an object that cannot be shown"), MAX_MESSAGE))}</span>`;
}

function sourceFrame(frame: StackFrame): string {
  const source = sourceOf(frame);
  if (source === null) return "";
  const lines = source.lines.map((text, index) => {
    const number = source.first + index;
    const fault = number === frame.line;
    const code = fault ? marked(text, frame.column) : escapeHTML(shortened(text));
    return `<span class="line${fault ? " fault" : ""}"><i>${number}</i><code>${code}\n</code></span>`;
  });
  return `<pre tabindex="0" role="region" aria-label="Source">${lines.join("")}</pre>`;
}

/** The line at fault; of a very long one, what is around the fault. */
function marked(text: string, column: number): string {
  const at = Math.min(column - 1, text.length);
  const word = /^[\w$.]{1,200}/.exec(text.slice(at))?.[0] ?? text.slice(at, at + 1);
  const from = Math.max(0, at - MAX_TEXT / 2);
  const before = `${from === 0 ? "" : "…"}${text.slice(from, at)}`;
  const after = text.slice(at + word.length);
  return `${escapeHTML(before)}<mark>${escapeHTML(word)}</mark>${escapeHTML(shortened(after))}`;
}

function frameItem({ call, path, line, column }: StackFrame): string {
  return `<li><b>${escapeHTML(call || "(module)")}</b> <span>${escapeHTML(`${path}:${line}:${column}`)}</span></li>`;
}

// An error of the user may have any getter, and showing it must not fail.
function attempt(read: () => unknown): unknown {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** How the pages look that tell of errors. */
export const ERROR_STYLE = `
:root { color-scheme: light dark; --text: #1f2328; --soft: #59636e; --page: #fff; --code: #f6f8fa; --line: #d1d9e0; --red: #b3261e; --fault: #ffebe9; }
@media (prefers-color-scheme: dark) {
  :root { --text: #e6edf3; --soft: #9198a1; --page: #0d1117; --code: #161b22; --line: #30363d; --red: #ff7b72; --fault: #3a1d1d; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 56rem; margin: 0 auto; padding: clamp(1rem, 4vw, 3rem) 1rem; }
.request { margin: 0 0 1.5rem; color: var(--soft); overflow-wrap: anywhere; }
.request b { color: var(--red); }
section + section { margin-top: 2rem; padding-top: 1.5rem; border-top: 1px solid var(--line); }
.label { margin: 0; color: var(--soft); font-size: .875rem; }
h1 { margin: 0 0 1rem; font-size: 1.25rem; line-height: 1.35; font-weight: 600; overflow-wrap: anywhere; white-space: pre-wrap; }
h1 b { color: var(--red); }
h1 b::after { content: ":"; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; margin: 0 0 1rem; font: .875rem/1.6 ui-monospace, Menlo, Consolas, monospace; }
dt { color: var(--soft); }
dd { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
pre { margin: 0 0 1rem; padding: .75rem 0; overflow-x: auto; background: var(--code); border: 1px solid var(--line); border-radius: .5rem; font: .875rem/1.6 ui-monospace, Menlo, Consolas, monospace; tab-size: 2; }
pre .line { display: grid; grid-template-columns: 3.5rem 1fr; min-width: max-content; padding-right: 1rem; }
pre .fault { background: var(--fault); }
pre code { font: inherit; }
pre i { padding: 0 1rem; text-align: right; color: var(--soft); font-style: normal; user-select: none; }
@media (max-width: 40rem) {
  pre .line { min-width: 0; grid-template-columns: 2.75rem 1fr; }
  pre code { white-space: pre-wrap; overflow-wrap: anywhere; }
  pre i { padding: 0 .75rem 0 0; }
}
mark { background: none; color: var(--red); font-weight: 700; text-decoration: underline wavy; text-underline-offset: .25em; }
ol { margin: 0; padding: 0; list-style: none; font: .875rem/1.6 ui-monospace, Menlo, Consolas, monospace; }
li { padding: .25rem 0; overflow-wrap: anywhere; }
li span { color: var(--soft); }
footer { margin-top: 2.5rem; color: var(--soft); font-size: .875rem; }
`;
