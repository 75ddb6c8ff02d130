import { callLines } from "../bun/inspect/error-text.js";
import { type LineOptions, logLine } from "../bun/inspect/log-line.js";
import { tableOf } from "../bun/inspect/table.js";

/** One of the two streams that a console prints to. */
interface Output {
  readonly colors: boolean;
  print(text: string): void;
}

/**
 * Makes the console print as Bun's does. What writes to the stream is Node's own, so that whatever wraps or
 * watches that keeps working.
 */
export function installConsole(console: Console): void {
  let indent = 0;
  const out = outputOf(console, console.log, process.stdout);
  const err = outputOf(console, console.error, process.stderr);

  const line = ({ colors }: Output, parts: readonly unknown[], options?: LineOptions): string =>
    "  ".repeat(indent) + logLine(parts, { indent, colors, ...options });
  const print = (output: Output, parts: readonly unknown[], options?: LineOptions): void =>
    output.print(line(output, parts, options));
  const printing = (output: Output, options?: LineOptions) =>
    function (this: unknown, ...parts: unknown[]): void {
      print(output, parts, options);
    };
  const group = (deeper: number) =>
    function (this: unknown, ...parts: unknown[]): void {
      if (parts.length > 0) print(out, parts);
      indent += deeper;
    };

  define(console, {
    log: printing(out),
    info: printing(out),
    debug: printing(out),
    dirxml: printing(out),
    warn: printing(err, { isWarning: true }),
    error: printing(err),
    trace(...parts: unknown[]): void {
      const calls = callLines(new Error());
      // On stdout, as in Bun.
      out.print([...(parts.length > 0 ? [line(out, parts)] : []), ...calls].join("\n"));
    },
    group: group(1),
    // As in Bun: what is collapsed is not indented.
    groupCollapsed: group(0),
    groupEnd(): void {
      indent = Math.max(0, indent - 1);
    },
    dir(value: unknown, options?: { depth?: unknown }): void {
      const { depth } = options ?? {};
      print(out, [value], typeof depth === "number" ? { depth } : {});
    },
    assert(condition?: unknown, ...parts: unknown[]): void {
      if (!condition) print(err, parts.length === 0 ? ["Assertion failed"] : parts);
    },
    table(data: unknown, columns?: readonly string[]): void {
      if (typeof data !== "object" || data === null) print(out, [data]);
      else out.print(tableOf(data, columns).trimEnd());
    },
    count(label: unknown = "default"): void {
      const name = String(label);
      const count = (counts.get(name) ?? 0) + 1;
      counts.set(name, count);
      out.print(`${name}: ${count}`);
    },
    countReset(label: unknown = "default"): void {
      counts.delete(String(label));
    },
    write,
  });
  Object.defineProperty(console, Symbol.asyncIterator, { value: lines, writable: true, configurable: true });
}

/** `console.write`: text and bytes as they are, without spaces or a line break; the number of bytes. */
function write(...parts: unknown[]): number {
  const pieces = parts.map((part) => (part instanceof Uint8Array ? part : Buffer.from(String(part))));
  const bytes = Buffer.concat(pieces);
  process.stdout.write(bytes);
  return bytes.length;
}

/** `for await (const line of console)`: the lines of standard input. */
async function* lines(): AsyncGenerator<string> {
  const { createInterface } = await import("node:readline");
  yield* createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY });
}

const counts = new Map<string, number>();

function outputOf(console: Console, write: (text: string) => void, stream: NodeJS.WriteStream): Output {
  let used = false;
  return {
    colors: stream.isTTY === true && stream.hasColors?.() === true,
    print(text) {
      if (!used) stream.on("error", ignoreLostReader);
      used = true;
      Reflect.apply(write, console, [text]);
    },
  };
}

/** A reader that has left, such as `head`, is no failure of the program that prints. */
function ignoreLostReader(error: Error): void {
  if (!("code" in error) || error.code !== "EPIPE") throw error;
}

function define(console: Console, methods: Record<string, (...parts: never[]) => unknown>): void {
  for (const [name, method] of Object.entries(methods)) {
    Object.defineProperty(method, "name", { value: name, configurable: true });
    Object.defineProperty(console, name, {
      value: method,
      writable: true,
      enumerable: true,
      configurable: true,
    });
  }
}
