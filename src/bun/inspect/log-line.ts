import { Printer } from "./printer.js";

/** Levels that the console shows where nobody asked for others. */
export const CONSOLE_DEPTH = 2;

let consoleDepth = CONSOLE_DEPTH;

/** Sets what `--console-depth` on the command line asked for. */
export function setConsoleDepth(depth: number): void {
  consoleDepth = depth;
}

/** How a line is printed. */
export interface LineOptions {
  /** Levels of `console.group`. Default: 0 */
  indent?: number;
  /** Levels of objects to show. Default: 2 */
  depth?: number;
  /** Default: false */
  colors?: boolean;
  /** Whether errors are shown as warnings. Default: false */
  isWarning?: boolean;
}

/** The arguments of `console.log` as the text that Bun prints. */
export function logLine(parts: readonly unknown[], options: LineOptions = {}): string {
  const [only] = parts;
  if (parts.length === 1 && typeof only === "string") return only;
  const printer = new Printer({ depth: consoleDepth, compact: false, sorted: false, ...options });
  const print = (part: unknown): string => {
    if (typeof part !== "string") return printer.print(part);
    printer.follow(part);
    return part;
  };
  const rest = [...parts];
  const texts: string[] = [];
  while (rest.length > 0) {
    const part = rest.shift();
    const isFormat = typeof part === "string" && rest.length > 0 && part.includes("%");
    texts.push(isFormat ? filled(print(part), rest, print) : print(part));
  }
  return texts.join(" ");
}

/** Puts arguments, taken from the front of `rest`, in the place of `%s` and its kin. */
function filled(format: string, rest: unknown[], print: (part: unknown) => string): string {
  return format.replaceAll(/%(?:%.?|[sdifjoOc])/gs, (mark) => {
    // Behind the last argument, nothing means anything.
    if (rest.length === 0) return mark;
    if (mark.startsWith("%%")) return mark.slice(1);
    return print(converted(mark.charAt(1), rest.shift(), print));
  });
}

function converted(kind: string, value: unknown, print: (part: unknown) => string): string {
  switch (kind) {
    case "s":
      return Object.is(value, -0) ? "-0" : textOf(value);
    case "d":
    case "i":
      return typeof value === "bigint" ? String(value) : String(Number.parseInt(String(numberOf(value)), 10));
    case "f":
      return typeof value === "bigint" ? String(value) : String(numberOf(value));
    case "j":
      return JSON.stringify(value) ?? "";
    case "c":
      return "";
    default:
      return print(value);
  }
}

// A console that throws because of what it was given helps nobody, though Bun's does.
function textOf(value: unknown): string {
  try {
    return String(value);
  } catch {
    return Object.prototype.toString.call(value);
  }
}

function numberOf(value: unknown): number {
  try {
    return Number(value);
  } catch {
    return Number.NaN;
  }
}
