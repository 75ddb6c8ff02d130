import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { packageVersion } from "./version.js";

/** What a terminal shows of the server of HTML files. */
export interface Served {
  readonly url: string;
  /** Milliseconds that the start took. */
  readonly took: string;
  readonly production: boolean;
  /** One line for each page; empty where one stands for all paths. */
  readonly routes: readonly string[];
}

/** Tells in a terminal what is served, and takes keys (docs/bundler/html-static.mdx, "Keyboard Shortcuts"). */
export function offerShortcuts(served: Served): void {
  print(`${banner(served)} ${dim("ready in")} ${bold(served.took)} ms`, served);
  process.stdout.write(`\n${dim("Press")} ${cyan("h + Enter")} ${dim("to show shortcuts")}\n`);
  const lines = createInterface({ input: process.stdin });
  lines.on("line", (line) => take(line.trim().toLowerCase(), served));
}

function take(key: string, served: Served): void {
  switch (key) {
    case "c":
      clear(served);
      break;
    case "h":
      clear(served);
      process.stdout.write(SHORTCUTS);
      break;
    case "o":
      open(served.url);
      break;
    case "q":
      process.exit();
  }
}

const ARROW = dim("→");
const SHORTCUTS = `
  Shortcuts:

  ${ARROW}   ${cyan("c + Enter")}   clear screen
  ${ARROW}   ${cyan("o + Enter")}   open in browser
  ${ARROW}   ${cyan("q + Enter")}   quit (or Ctrl+C)

`;

function clear(served: Served): void {
  process.stdout.write("\x1b[2J\x1b[3J\x1b[H");
  print(banner(served), served);
}

function print(title: string, { url, routes }: Served): void {
  process.stdout.write(`${title}\n\n${dim("➜")} ${cyan(url)}\n`);
  if (routes.length > 0) process.stdout.write(`\nRoutes:\n${routes.join("\n")}\n`);
}

function banner({ production }: Served): string {
  return `${production ? "" : "\x1b[7m DEV \x1b[0m "}${bold("bunshim")} v${packageVersion()}`;
}

/** Without a browser, or a way to it, nothing happens. */
function open(url: string): void {
  const [command, ...args] = OPENERS[process.platform] ?? ["xdg-open"];
  const child = spawn(command, [...args, url], { detached: true, stdio: "ignore" });
  child.on("error", () => {});
  child.unref();
}

const OPENERS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  darwin: ["open"],
  win32: ["cmd", "/c", "start", ""],
};

function bold(text: string): string {
  return `\x1b[1m${text}\x1b[0m`;
}

function dim(text: string): string {
  return `\x1b[2m${text}\x1b[0m`;
}

function cyan(text: string): string {
  return `\x1b[36m${text}\x1b[0m`;
}
