import { systemError as fileError } from "../bun/system-error.js";
import { typeError } from "../web/errors.js";
import type { ListenError } from "../wire/wire.js";

/** What `Bun.serve` throws for a bad option. */
export function invalidOption(message: string): TypeError {
  return typeError("ERR_INVALID_ARG_TYPE", message);
}

/** A member of another type than it must be of. */
export function wrongMember(name: string, wanted: string, value: unknown): TypeError {
  const kind = Array.isArray(value) ? "array" : typeof value;
  return invalidOption(`The "${name}" property must be of type ${wanted}, got ${kind}`);
}

/** A symbol in the place of a text: the language converts it, Bun does not. */
export function refuseSymbol(name: string, value: unknown): void {
  if (typeof value !== "symbol") return;
  throw invalidOption(`The "${name}" property must be of type string. Received a symbol`);
}

/** `port` outside 0–65535, or no integer. */
export function portOutOfRange(rule: string, received: number): RangeError {
  const error = new RangeError(
    `The value of "options.port" is out of range. It must be ${rule}. Received ${received}`,
  );
  return withHidden(error, { code: "ERR_OUT_OF_RANGE" });
}

/** A number outside of its range, with the whole message. */
export function outOfRange(message: string): RangeError {
  return withHidden(new RangeError(message), { code: "ERR_OUT_OF_RANGE" });
}

/** What Bun has not built either, in its words. */
export function todo(what: string): Error {
  const error = new Error(
    `${what}\n\nIf you run into this, please file an issue and we will add support for it.`,
  );
  return Object.assign(error, { name: "TODOError" });
}

const NOT_BOUND: Readonly<Record<string, string>> = {
  EADDRNOTAVAIL: "address not available",
  EACCES: "permission denied",
  EAFNOSUPPORT: "address family not supported",
  EINVAL: "invalid argument",
  ENOTSUP: "operation not supported on socket",
  EMFILE: "too many open files",
};

/** Bun's error for a socket that could not be bound. */
export function listenFailed(
  failure: ListenError,
  { hostname, port, unix }: { hostname: string | undefined; port: number; unix: string | undefined },
): Error {
  const { code, errno } = failure;
  if (unix !== undefined) return fileError(code, "listen", unix);
  switch (code) {
    case "EADDRINUSE":
      return systemError(`Failed to start server. Is port ${port} in use?`, code, "listen", 0);
    case "ENOTFOUND":
      return Object.assign(new Error(`getaddrinfo ENOTFOUND ${hostname}`), {
        code,
        syscall: "getaddrinfo",
        hostname,
        errno,
      });
    default:
      return systemError(`${code}: ${NOT_BOUND[code] ?? "cannot listen"}, listen`, code, "listen", errno);
  }
}

function systemError(message: string, code: string, syscall: string, errno: number): Error {
  return Object.assign(new Error(message), { code, syscall, errno });
}

function withHidden<T extends Error>(error: T, members: Record<string, unknown>): T {
  for (const [name, value] of Object.entries(members)) {
    Object.defineProperty(error, name, { value, configurable: true, writable: true });
  }
  return error;
}
