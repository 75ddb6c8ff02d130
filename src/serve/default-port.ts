const FALLBACK = 3000;
const DIGITS = /^\d{1,5}$/;

let flag: string | undefined;

// Bun reads its environment once, at start: a program that sets process.env.PORT later changes nothing.
const environment = [process.env["BUN_PORT"], process.env["PORT"], process.env["NODE_PORT"]];

/**
 * The port of a server that names none: `BUN_PORT`, `PORT`, `NODE_PORT` of the environment at start, then the
 * command line's `--port`, then 3000. What is no port is passed over.
 */
export function defaultPort(): number {
  for (const text of [...environment, flag]) {
    if (text !== undefined && DIGITS.test(text) && Number(text) <= 65_535) return Number(text);
  }
  return FALLBACK;
}

/** Sets what `--port` on the command line asked for. */
export function setPortFlag(text: string): void {
  flag = text;
}
