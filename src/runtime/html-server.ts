import { existsSync } from "node:fs";
import { relative, resolve } from "node:path";
import { Glob } from "../bun/glob/glob.js";
import { type HTMLBundle, htmlBundle } from "../html/html-bundle.js";
import { defaultPort } from "../serve/default-port.js";
import { serve } from "../serve/serve.js";
import type { Server } from "../serve/types.js";
import { UsageError } from "./flags.js";
import { offerShortcuts } from "./html-shortcuts.js";
import { packageVersion } from "./version.js";

/** How many ports are tried where none was asked for and the first is taken. */
const PORTS = 10;

/** What stands behind `bunshim index.html`. */
interface HtmlArguments {
  readonly files: readonly string[];
  readonly port: number | null;
  readonly hostname: string | undefined;
  readonly console: boolean;
}

/**
 * Serves HTML files without a program (docs/bundler/html-static.mdx): one for every path, several each for its
 * own.
 *
 * @param args file names or patterns, and flags
 * @param consoleByDefault whether what pages print is wanted
 * @throws UsageError for a file that is not there
 */
export function serveHtmlFiles(args: readonly string[], consoleByDefault: boolean): void {
  if (args.some((arg) => arg === "--help" || arg === "-h")) {
    console.log(USAGE);
    return;
  }
  const start = performance.now();
  const given = readArguments(args, consoleByDefault);
  const pages = routesOf(given.files);
  const production = process.env["NODE_ENV"] === "production";
  const server = listen(given, pages, production);
  const paths = Object.keys(pages);
  const url = new URL(paths[0]?.replace("/*", "/") ?? "/", server.url).href;
  const took = (performance.now() - start).toFixed(2);
  if (process.stdout.isTTY && process.stdin.isTTY) {
    offerShortcuts({ url, took, production, routes: paths.length > 1 ? routeLines(pages) : [] });
    return;
  }
  const kind = production ? "ready" : "dev server ready";
  console.log(`bunshim v${packageVersion()} ${kind} in ${took} ms\n\nurl: ${url}`);
  if (paths.length > 1) console.log(`\nRoutes:\n${routeLines(pages).join("\n")}`);
}

function readArguments(args: readonly string[], consoleByDefault: boolean): HtmlArguments {
  const names: string[] = [];
  let port: number | null = null;
  let hostname: string | undefined;
  let console = consoleByDefault;
  for (let index = 0; index < args.length; index++) {
    const [, flag = "", value] = /^--([\w-]+)(?:=(.*))?$/.exec(args[index] ?? "") ?? [];
    if (flag === "console" || flag === "no-console") console = flag === "console";
    else if (flag === "port") port = portOf(value ?? args[++index] ?? "");
    else if (flag === "host" || flag === "hostname") {
      const [, host = "", digits] = /^(.*?)(?::(\d+))?$/.exec(value ?? args[++index] ?? "") ?? [];
      hostname = host;
      if (digits !== undefined) port = portOf(digits);
    } else names.push(args[index] ?? "");
  }
  return { files: filesOf(names), port, hostname, console };
}

function portOf(text: string): number {
  const port = Number(text);
  if (text === "" || !Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new UsageError(`"--port" needs a port from 0 to 65535, not "${text}".`);
  }
  return port;
}

function filesOf(names: readonly string[]): string[] {
  const files = names.flatMap((name) => {
    if (!/[*?{[]/.test(name) || existsSync(name)) return name.endsWith(".html") ? [resolve(name)] : [];
    const found = [...new Glob(name.replace(/^\.\//, "")).scanSync({ cwd: process.cwd(), absolute: true })];
    return found.filter((file) => file.endsWith(".html")).sort();
  });
  for (const file of files) {
    if (!existsSync(file)) throw new UsageError(`File not found "${relative(process.cwd(), file)}"`);
  }
  if (files.length === 0)
    throw new UsageError(`No HTML files found matching ${JSON.stringify(names[0] ?? "")}`);
  return [...new Set(files)];
}

/** The pages by path: named after the files, from what the paths of all begin with, be it a part of a name. */
function routesOf(files: readonly string[]): Record<string, HTMLBundle> {
  if (files.length === 1) return { "/*": htmlBundle(files[0] ?? "") };
  const paths = files.map((file) => file.replaceAll("\\", "/"));
  const shared = paths.reduce(sharedStart).length;
  const named = files.map((file, index): [string, HTMLBundle] => {
    const name = (paths[index] ?? "").slice(shared).replace(/(?:(?<=^|\/)index)?\.html$/, "");
    return [encodeURI(`/${name.replace(/^\/|\/$/g, "")}`), htmlBundle(file)];
  });
  // Of two with one name the last one counts, as for routes.
  return Object.fromEntries(named.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}

function sharedStart(a: string, b: string): string {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return a.slice(0, length);
}

function listen(given: HtmlArguments, routes: Record<string, HTMLBundle>, production: boolean): Server {
  const { hostname, console } = given;
  const development = production ? false : { hmr: true, console };
  const first = given.port ?? defaultPort();
  for (let port = first; ; port++) {
    try {
      return serve({ port, hostname, development, routes, fetch: notFound });
    } catch (error) {
      const isTaken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
      if (!isTaken || given.port !== null || port === first + PORTS) throw error;
    }
  }
}

function notFound(): Response {
  return new Response("Not found", { status: 404 });
}

function routeLines(routes: Record<string, HTMLBundle>): string[] {
  const lines = Object.entries(routes).map(
    ([path, { index }]) => `${path} → ${relative(process.cwd(), index)}`,
  );
  return lines.map((line, index) => `  ${index === lines.length - 1 ? "└──" : "├──"} ${line}`);
}

const USAGE = `Serves HTML files, with their scripts and style sheets, without a program.

Usage: bunshim <file.html>... [flags]

  --port=<number>            Port (default: 3000, or the next one that is free)
  --host=<name>[:<port>]     Where to listen (also --hostname)
  --console, --no-console    Whether what pages print in the browser appears here, too

One file is served for every path, several each for its own. Patterns such as "./**/*.html" name many files.`;
