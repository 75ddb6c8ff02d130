import WebSocket from "ws";
import type { Target } from "../client.js";
import { comparedFields, parse, raw, request, show } from "../client.js";

/** One question put to a running example. */
export interface Probe {
  /** `GET /path`; `SOCKET /path` opens a WebSocket. */
  ask: string;
  headers?: Record<string, string>;
  body?: string;
  /** Texts sent on a WebSocket, one after another. */
  send?: string[];
  /** Milliseconds without a frame after which the next text is sent. Default: 80. */
  quiet?: number;
  /** Compare only the head of the reply: its body changes or never ends. */
  headOnly?: boolean;
}

/** A body that suits most examples which read JSON or a form. */
const sampleJson = '{"title":"T","content":"C","name":"N","message":"M"}';

/** What can be asked of a block, from the paths which it names. */
export function deriveProbes(code: string): Probe[] {
  const paths = new Set<string>(["/"]);
  for (const [, path = ""] of code.matchAll(/["'`](\/[\w:.*/?=&%-]*)["'`]\s*:/g)) paths.add(path);
  for (const [, path = ""] of code.matchAll(/pathname\s*===?\s*["'`](\/[^"'`]*)["'`]/g)) paths.add(path);
  for (const [, path = ""] of code.matchAll(/case\s+["'`](\/[^"'`]*)["'`]/g)) paths.add(path);
  const concrete = [...paths].map((path) => path.replace(/:\w+/g, "42").replace(/\*$/, "some/thing"));
  const probes: Probe[] = [];
  for (const path of new Set([...concrete, "/nowhere"])) {
    probes.push({ ask: `GET ${path}` });
    for (const method of ["POST", "PUT", "PATCH", "DELETE"])
      if (new RegExp(`\\b${method}\\b`).test(code))
        probes.push({
          ask: `${method} ${path}`,
          headers: { "content-type": "application/json" },
          body: sampleJson,
        });
  }
  if (/\.upgrade\(/.test(code))
    for (const path of concrete) probes.push({ ask: `SOCKET ${path}`, send: ["hello", "again"] });
  return probes;
}

/** What counts of a page whose scripts and style sheets were bundled: their names hold hashes. */
function outline(page: string): string {
  const scripts = [...page.matchAll(/<script\b[^>]*\bsrc=/g)].length;
  const sheets = [...page.matchAll(/<link\b[^>]*\bstylesheet\b/g)].length;
  return `(page ${/<title>(.*?)<\/title>/.exec(page)?.[1] ?? "without title"}: ${scripts} scripts, ${sheets} style sheets)`;
}

/** Puts a question and writes down the answer. */
export async function ask(target: Target, probe: Probe, bundled = false): Promise<string> {
  const [method = "GET", path = "/"] = probe.ask.split(" ");
  const title = `> ${probe.ask}\n`;
  if (method === "SOCKET") return title + (await converse(target, path, probe));
  const port = typeof target === "object" ? target.port : target;
  const headers = { Host: port === undefined ? "localhost" : `localhost:${port}`, ...probe.headers };
  const text = await raw(target, request(method, path, headers, probe.body), {
    limit: probe.headOnly ? 1500 : 8000,
  });
  const reply = parse(text);
  const isErrorPage = /^HTTP\/1.1 500/.test(reply.status) && reply.body.startsWith("<!doctype html>");
  const isBundle = bundled && /^<!doctype html>/i.test(reply.body) && !isErrorPage;
  const isFluid = isErrorPage || isBundle || probe.headOnly === true;
  // Names are compared without regard to case and order: that is what a client sees. The cases look closer.
  const fields = comparedFields(method, reply)
    .map(([name, value]): [string, string] => [name.toLowerCase(), value])
    .filter(([name]) => !(isFluid && /^(content-length|etag)$/.test(name)))
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([name, value]) => `${name}: ${value}\n`)
    .join("");
  // The page of development mode holds stack traces, source lines and script; what counts is that it is there.
  const content = isErrorPage ? "(error page)" : isBundle ? outline(reply.body) : reply.body;
  return `${title}${reply.status}\n${fields}${probe.headOnly ? "" : `  ${show(content)}\n`}`;
}

/** Opens a WebSocket, sends what there is to send and writes down every frame until the line is quiet. */
function converse(target: Target, path: string, probe: Probe): Promise<string> {
  return new Promise((resolve) => {
    const origin =
      typeof target !== "object"
        ? `ws://127.0.0.1:${target}`
        : target.url.href.replace(/^http/, "ws").replace(/\/$/, "");
    const socket = new WebSocket(`${origin}${path}`, {
      headers: probe.headers ?? {},
      rejectUnauthorized: false,
    });
    let log = "";
    const unsent = [...(probe.send ?? [])];
    let quiet: NodeJS.Timeout;
    const settle = (): void => {
      clearTimeout(quiet);
      clearTimeout(limit);
      resolve(log);
    };
    const limit = setTimeout(() => {
      log += "  (still talking)\n";
      socket.terminate();
      settle();
    }, 3000);
    const next = (): void => {
      clearTimeout(quiet);
      quiet = setTimeout(() => {
        const text = unsent.shift();
        if (text === undefined) socket.close(1000);
        else {
          log += `  send ${text}\n`;
          socket.send(text);
          next();
        }
      }, probe.quiet ?? 80);
    };
    socket.on("upgrade", (response) => {
      log += `  upgraded, protocol ${response.headers["sec-websocket-protocol"] ?? "none"}, cookies ${response.headers["set-cookie"]?.length ?? 0}\n`;
    });
    socket.on("open", next);
    socket.on("message", (data, isBinary) => {
      log += `  ${isBinary ? "bytes" : "text"} ${show(String(data))}\n`;
      next();
    });
    socket.on("ping", (data) => {
      log += `  ping ${show(String(data))}\n`;
    });
    socket.on("close", (code, reason) => {
      log += `  closed ${code} ${String(reason)}\n`;
      settle();
    });
    socket.on("unexpected-response", (_request, response) => {
      log += `  not upgraded: ${response.statusCode}\n`;
      response.destroy();
      settle();
    });
    socket.on("error", (error) => {
      log += `  error ${error.message}\n`;
      settle();
    });
  });
}
