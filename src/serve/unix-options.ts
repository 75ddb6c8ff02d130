import { invalidOption, refuseSymbol } from "./errors.js";

/**
 * Reads `unix`: the path of a unix socket; `\0name` is one in Linux's abstract namespace.
 *
 * @returns undefined where the server listens on a port
 * @throws {TypeError} `ERR_INVALID_ARG_TYPE` where both `unix` and `hostname` are given
 */
export function readUnix(options: Record<string, unknown>, hostname: string | undefined): string | undefined {
  const value = options["unix"];
  if (value === undefined || value === null || value === false) return undefined;
  refuseSymbol("unix", value);
  const path = String(value);
  if (path === "") return undefined;
  if (hostname !== undefined) throw invalidOption("Cannot specify both hostname and unix");
  return path;
}
