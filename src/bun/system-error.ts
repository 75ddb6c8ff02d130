import { getSystemErrorMap } from "node:util";

/** An error of the operating system as Bun throws it: `code`, `path`, `syscall` and `errno` are own members. */
export interface SystemError extends Error {
  code?: string;
  path?: string;
  syscall?: string;
  errno?: number;
}

const descriptions = new Map<string, { errno: number; text: string }>();
for (const [errno, [code, text]] of getSystemErrorMap()) descriptions.set(code, { errno, text });

/** Builds `CODE: description, syscall 'path'`, the form Bun and Node share. */
export function systemError(code: string, syscall: string, path?: string): SystemError {
  const known = descriptions.get(code);
  const where = path === undefined || path === "" ? syscall : `${syscall} '${path}'`;
  const error: SystemError = new Error(`${code}: ${known?.text ?? "unknown error"}, ${where}`);
  return describe(error, code, syscall, path, known?.errno ?? 0);
}

/** The same failure with the names Bun uses; anything that is no system error comes back as it is. */
export function asSystemError(cause: unknown, syscall: string, path?: string): unknown {
  if (!(cause instanceof Error) || !("code" in cause) || !("syscall" in cause)) return cause;
  return typeof cause.code === "string" ? systemError(cause.code, syscall, path) : cause;
}

/** The code of a system error, undefined for anything else. */
export function codeOf(cause: unknown): string | undefined {
  if (typeof cause !== "object" || cause === null || !("code" in cause)) return undefined;
  return typeof cause.code === "string" ? cause.code : undefined;
}

/** Reading a directory has a message of its own in Bun. */
export function directoryError(path?: string): SystemError {
  return describe(new Error("Directories cannot be read like files"), "EISDIR", "read", path, 0);
}

function describe(
  error: SystemError,
  code: string | undefined,
  syscall: string,
  path: string | undefined,
  errno: number,
): SystemError {
  if (code !== undefined) error.code = code;
  if (path !== undefined && path !== "") error.path = path;
  error.syscall = syscall;
  error.errno = errno;
  return error;
}

/** Copying from a directory, again in Bun's words. */
export function folderError(path?: string): SystemError {
  return describe(new Error("That doesn't work on folders"), undefined, "fstat", path, 21);
}
