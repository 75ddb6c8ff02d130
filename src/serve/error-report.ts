import { inspect, thrownText } from "../bun/inspect/inspect.js";

let listener: (() => void) | null = null;

/** Called for each error of a handler that nobody took: only who runs the process may decide what it is worth. */
export function onUnansweredError(called: () => void): void {
  listener = called;
}

/** Prints an error that nobody took. */
export function reportError(error: unknown): void {
  print(() => thrownText(error));
  listener?.();
}

/** A rejection that nobody took: the program may listen for it; where it does not, the server goes on. */
export function reportRejection(error: unknown): void {
  if (process.listenerCount("unhandledRejection") > 0) Promise.reject(error);
  else reportError(error);
}

/** Says, behind an error, which request it was. */
export function reportFailedRequest(method: string, target: string): void {
  process.stderr.write(`${method} - ${target} failed\n`);
}

/** Prints an error of a reply's content: the reply has begun, and nobody can take it any more. */
export function reportStreamError(error: unknown): void {
  // As in Bun: a reason that is none says nothing.
  if (error === undefined || error === null) return;
  print(() => thrownText(error));
}

/** Prints what a handler returned instead of a Response. */
export function reportResult(result: unknown): void {
  print(() => `error: Expected a Response object, but received '${inspect(result)}'\n`);
}

/** Prints a text of the user's objects, whatever these do when they are asked. */
function print(text: () => string): void {
  let lines: string;
  try {
    lines = text();
  } catch {
    lines = "error: an object that cannot be shown was thrown\n";
  }
  process.stderr.write(lines);
}
