import { constants } from "node:os";
import { typeError } from "../argument-error.js";

const CODE = "ERR_INVALID_ARG_TYPE";
/** Real-time signals start here; Bun sends none of them. */
const END = 32;

/** Names by number; the first name of each number, as there are aliases. */
const names = new Map<number, string>();
for (const [name, number] of Object.entries(constants.signals)) {
  if (number < END && !names.has(number)) names.set(number, name);
}

/**
 * The number of a signal; that of SIGTERM where none is named.
 * @throws `ERR_INVALID_ARG_TYPE`
 */
export function signalNumber(signal: unknown): number {
  if (signal === undefined || signal === null || signal === "") return constants.signals.SIGTERM;
  if (typeof signal === "number") {
    if (signal >= END) throw typeError(CODE, "Invalid signal: must be < 32");
    if (signal < 0) throw typeError(CODE, "Invalid signal: must be >= 0");
    if (!Number.isInteger(signal)) throw typeError(CODE, "Unknown signal");
    return signal;
  }
  if (typeof signal !== "string") throw typeError(CODE, "Invalid signal: must be a string or an integer");
  for (const [number, name] of names) if (name === signal) return number;
  const quoted = [...names].sort(([a], [b]) => a - b).map(([, name]) => `'${name}'`);
  throw typeError(CODE, `signal must be one of ${quoted.slice(0, -1).join(", ")} or ${quoted.at(-1)}`);
}

/** What the shell reports for a process that a signal ended: 128 and the number. */
export function exitStatus(code: number | null, signal: NodeJS.Signals | null): number {
  return signal === null ? (code ?? 0) : 128 + constants.signals[signal];
}
