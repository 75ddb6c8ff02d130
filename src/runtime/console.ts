import { CONSOLE_DEPTH, logLine } from "../bun/inspect/log-line.js";
import { tableOf } from "../bun/inspect/table.js";

/**
 * Makes the console print as Bun's does. What writes to the stream is Node's own, so that whatever wraps or
 * watches that keeps working.
 */
export function installConsole(console: Console): void {
  let indent = 0;
  const margin = (): string => "  ".repeat(indent);
  const toOut = console.log;
  const toErr = console.error;

  const printing = (write: (text: string) => void) =>
    function (this: unknown, ...parts: unknown[]): void {
      write(margin() + logLine(parts, indent));
    };
  const out = (text: string): void => Reflect.apply(toOut, console, [text]);
  const err = (text: string): void => Reflect.apply(toErr, console, [text]);

  const group = (deeper: number) =>
    function (this: unknown, ...parts: unknown[]): void {
      if (parts.length > 0) out(margin() + logLine(parts, indent));
      indent += deeper;
    };

  define(console, {
    log: printing(out),
    info: printing(out),
    debug: printing(out),
    dirxml: printing(out),
    warn: printing(err),
    error: printing(err),
    group: group(1),
    // As in Bun: what is collapsed is not indented.
    groupCollapsed: group(0),
    groupEnd(): void {
      indent = Math.max(0, indent - 1);
    },
    dir(value: unknown, options?: { depth?: unknown }): void {
      const { depth } = options ?? {};
      out(margin() + logLine([value], indent, typeof depth === "number" ? depth : CONSOLE_DEPTH));
    },
    assert(condition?: unknown, ...parts: unknown[]): void {
      if (!condition) err(margin() + (parts.length === 0 ? "Assertion failed" : logLine(parts, indent)));
    },
    table(data: unknown, columns?: readonly string[]): void {
      if (typeof data !== "object" || data === null) out(margin() + logLine([data], indent));
      else out(tableOf(data, columns).trimEnd());
    },
    count(label: unknown = "default"): void {
      const name = String(label);
      const count = (counts.get(name) ?? 0) + 1;
      counts.set(name, count);
      out(`${name}: ${count}`);
    },
    countReset(label: unknown = "default"): void {
      counts.delete(String(label));
    },
  });
}

const counts = new Map<string, number>();

function define(console: Console, methods: Record<string, (...parts: never[]) => void>): void {
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
