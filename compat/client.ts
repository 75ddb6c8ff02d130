/**
 * The client of the cases: raw HTTP/1.1 over a socket, so that what is compared is what was on the wire
 * and not what some fetch implementation made of it. Runs on Bun and on Node alike.
 */
import net from "node:net";
import tls from "node:tls";

/** Where to connect: a port (of which a server on a unix socket has none), or a running server. */
export type Target = number | undefined | { readonly port?: number | undefined; readonly url: URL };

/** What to send and how long to listen, see {@link raw}. */
export interface RawOptions {
  /** Replies to wait for. Default: the request lines found in the text, at least one. */
  replies?: number;
  /** Wait until the server closes, and say `<closed>` or `<open>` at the end of the text. Default: false. */
  close?: boolean;
  /** Milliseconds after which the connection counts as silent. Default: 5000, for a machine under load. */
  limit?: number;
  /** Send FIN after the text. Default: false. */
  end?: boolean;
}

/** The options that say where a case's server listens: ports are always chosen by the system. */
export function listen(): { port: number } {
  return { port: 0 };
}

/** A connection to the server, over the transport of this run. */
export function connect(target: Target): net.Socket {
  if (typeof target !== "object") return net.connect({ port: Number(target), host: "127.0.0.1" });
  if (target.port === undefined) return net.connect(decodeURIComponent(target.url.pathname));
  if (target.url.protocol === "https:")
    return tls.connect({ port: target.port, host: "127.0.0.1", rejectUnauthorized: false });
  return net.connect(target.port, target.url.hostname === "[::1]" ? "::1" : "127.0.0.1");
}

/** The end of the reply that starts at `from`, or -1 while bytes are missing. Latin-1 text, one char per byte. */
function endOfReply(text: string, from: number, head: boolean, closed: boolean): number {
  const headEnd = text.indexOf("\r\n\r\n", from);
  if (headEnd < 0) return -1;
  const bodyStart = headEnd + 4;
  const fields = text.slice(from, headEnd).toLowerCase();
  const status = Number(fields.slice(9, 12));
  if (status === 101) return closed ? text.length : bodyStart;
  if (head || status < 200 || status === 204 || status === 304) return bodyStart;
  if (/\r\ntransfer-encoding: *chunked/.test(fields)) {
    let at = bodyStart;
    for (;;) {
      const lineEnd = text.indexOf("\r\n", at);
      if (lineEnd < 0) return -1;
      const size = Number.parseInt(text.slice(at, lineEnd), 16);
      if (Number.isNaN(size)) return text.length;
      at = lineEnd + 2 + size + 2;
      if (at > text.length) return -1;
      if (size === 0) return at;
    }
  }
  const length = /\r\ncontent-length: *(\d+)/.exec(fields)?.[1];
  if (length === undefined) return closed ? text.length : -1;
  const end = bodyStart + Number(length);
  return end <= text.length ? end : -1;
}

/**
 * Sends `text` (latin-1, one char per byte) or bytes on a fresh connection and resolves with everything the
 * server answered, as latin-1. Ends with `<closed>`, `<reset>` or `<silent>` when the expected replies did not
 * all come.
 */
export function raw(target: Target, text: string | Uint8Array, options: RawOptions = {}): Promise<string> {
  const bytes = typeof text === "string" ? Buffer.from(text, "latin1") : Buffer.from(text);
  const sent = bytes.toString("latin1");
  const methods = [...sent.matchAll(/^([A-Za-z]+) [^\r\n]* HTTP\/1\.\d\r$/gm)].map((match) => match[1] ?? "");
  const expected = options.replies ?? Math.max(1, methods.length);
  return new Promise((resolve) => {
    const socket = connect(target);
    let received = "";
    let at = 0;
    let replies = 0;
    let settled = false;
    const settle = (mark: string): void => {
      if (settled) return;
      settled = true;
      clearTimeout(timer);
      socket.destroy();
      resolve(received + mark);
    };
    const timer = setTimeout(() => settle(options.close ? "<open>" : "<silent>"), options.limit ?? 5000);
    const advance = (closed: boolean): void => {
      for (;;) {
        const interim = /^HTTP\/1\.1 1(?!01)\d\d /.test(received.slice(at, at + 14));
        const end = endOfReply(received, at, methods[replies] === "HEAD", closed);
        if (end < 0 || end === at) break;
        at = end;
        if (!interim) replies++;
      }
    };
    socket.on("data", (chunk: Buffer) => {
      received += chunk.toString("latin1");
      advance(false);
      if (replies >= expected && !options.close) settle("");
    });
    socket.on("error", (error: NodeJS.ErrnoException) =>
      settle(error.code === "ECONNREFUSED" ? "<refused>" : "<reset>"),
    );
    const closed = (): void => {
      advance(true);
      settle(options.close || replies < expected ? "<closed>" : "");
    };
    socket.on("end", closed);
    socket.on("close", closed);
    socket.write(bytes);
    if (options.end) socket.end();
  });
}

/** One parsed reply. */
export interface Reply {
  status: string;
  fields: [name: string, value: string][];
  body: string;
}

/** Parses the first reply in what {@link raw} gave; the body is decoded from chunks and from UTF-8. */
export function parse(text: string): Reply {
  const headEnd = text.indexOf("\r\n\r\n");
  if (headEnd < 0) return { status: text, fields: [], body: "" };
  const [status = "", ...lines] = text.slice(0, headEnd).split("\r\n");
  const fields = lines.map((line): [string, string] => {
    const colon = line.indexOf(": ");
    return colon < 0 ? [line, ""] : [line.slice(0, colon), line.slice(colon + 2)];
  });
  let body = text.slice(headEnd + 4);
  if (fields.some(([name, value]) => /^transfer-encoding$/i.test(name) && /chunked/i.test(value))) {
    let at = 0;
    let whole = "";
    while (at < body.length) {
      const lineEnd = body.indexOf("\r\n", at);
      const size = Number.parseInt(body.slice(at, lineEnd), 16);
      if (lineEnd < 0 || !(size > 0)) break;
      whole += body.slice(lineEnd + 2, lineEnd + 2 + size);
      at = lineEnd + 2 + size + 2;
    }
    body = whole;
  }
  return { status, fields, body: Buffer.from(body, "latin1").toString("utf8") };
}

/**
 * The fields to compare. Two things are left to one case each, since they would show in many: whether a reply to
 * HEAD or with status 304 or 405 has a `Date` (headers/date), and Bun's repeated `Content-Length` (handlers/welcome).
 */
export function comparedFields(method: string, reply: Reply): [name: string, value: string][] {
  const lengths = reply.fields.filter(([name]) => name.toLowerCase() === "content-length");
  const isRepeated = lengths.length === 2 && lengths[0]?.[1] === lengths[1]?.[1];
  const mayLackDate = method === "HEAD" || /^HTTP\/1\.1 (?:304|405)/.test(reply.status);
  return reply.fields.filter(
    (field) => !(mayLackDate && field[0] === "Date") && !(isRepeated && field === lengths[0]),
  );
}

/** The bytes of a request: `Host: test` unless given, `Content-Length` when there is a body. */
export function request(
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body?: string | Uint8Array,
): Uint8Array {
  const bytes =
    body === undefined ? undefined : typeof body === "string" ? Buffer.from(body) : Buffer.from(body);
  const names = Object.keys(headers).map((name) => name.toLowerCase());
  let head = `${method} ${path} HTTP/1.1\r\n`;
  if (!names.includes("host")) head += "Host: test\r\n";
  for (const [name, value] of Object.entries(headers)) head += `${name}: ${value}\r\n`;
  if (bytes && !names.includes("content-length") && !names.includes("transfer-encoding"))
    head += `Content-Length: ${bytes.length}\r\n`;
  return Buffer.concat([Buffer.from(`${head}\r\n`, "latin1"), bytes ?? Buffer.alloc(0)]);
}

/** Sends one request and resolves with the parsed reply. */
export async function send(
  target: Target,
  method: string,
  path: string,
  headers?: Record<string, string>,
  body?: string | Uint8Array,
): Promise<Reply> {
  return parse(await raw(target, request(method, path, headers, body)));
}

/** Sends one request and prints the status line, the header fields in wire order and the body. */
export async function exchange(
  target: Target,
  method: string,
  path: string,
  headers?: Record<string, string>,
  body?: string | Uint8Array,
): Promise<Reply> {
  const reply = await send(target, method, path, headers, body);
  console.log(`> ${method} ${path}`);
  console.log(reply.status);
  for (const [name, value] of comparedFields(method, reply)) console.log(`${name}: ${value}`);
  console.log(`  ${show(reply.body)}`);
  return reply;
}

/** Sends one request and prints status and body on one line. */
export async function brief(
  target: Target,
  method: string,
  path: string,
  headers?: Record<string, string>,
  body?: string | Uint8Array,
): Promise<Reply> {
  const reply = await send(target, method, path, headers, body);
  console.log(`${method} ${path} -> ${reply.status.replace("HTTP/1.1 ", "")} ${show(reply.body)}`);
  return reply;
}

/** Text on one line, control characters escaped; long texts are cut with their length. */
export function show(text: string): string {
  const line = JSON.stringify(text);
  return line.length > 600 ? `${line.slice(0, 600)}… (${text.length})` : line;
}

/** Runs `work` and prints what came: `name: value`, or the error's class, name, code and message. */
export async function attempt(name: string, work: () => unknown): Promise<void> {
  try {
    const value = await work();
    console.log(`${name}: ${typeof value === "string" ? value : (JSON.stringify(value) ?? String(value))}`);
  } catch (error) {
    console.log(`${name}: throws ${describe(error)}`);
  }
}

/** An error as one line: class, name when it differs, code and message; anything else as JSON. */
export function describe(error: unknown): string {
  if (!(error instanceof Error)) return `${typeof error} ${String(error)}`;
  const code = "code" in error && error.code !== undefined ? ` [${String(error.code)}]` : "";
  const kind = error.constructor.name;
  return `${kind}${error.name === kind ? "" : ` (${error.name})`}${code} ${error.message}`;
}
