import { accessSync, constants } from "node:fs";
import { dirname } from "node:path";
import process from "node:process";
import { getSystemErrorName } from "node:util";
import { BACKLOG, createListenHandle } from "./listen-socket.js";
import { ListenError } from "./wire.js";

/** Longest path of a unix socket in bytes: `sun_path` holds it and a NUL. uWebSockets.js crashes beyond it. */
const MAX_PATH = process.platform === "darwin" ? 103 : 107;

const EACCES = -13;
const ENAMETOOLONG = -36;

/** Whether the path names a socket in Linux's abstract namespace, which no file stands for. */
export function isAbstract(path: string): boolean {
  return path.startsWith("\0");
}

/**
 * Makes sure that a unix socket can be bound at the path, by doing so for a moment: the engines say it later,
 * or do not say why not. Whatever is at the path already stays there.
 *
 * @throws {ListenError} `EADDRINUSE`, `ENOENT`, `ENOTDIR`, `EACCES`, `ENAMETOOLONG` …
 */
export function expectFreePath(path: string): void {
  // libuv would cut a longer path short and bind what is left.
  if (Buffer.byteLength(path) > MAX_PATH) throw new ListenError("ENAMETOOLONG", ENAMETOOLONG);
  const handle = createListenHandle(path, -1, -1, -1, 0);
  if (typeof handle === "number") throw handle === EACCES ? refusalOf(path) : failed(handle);
  const errno = handle.listen(BACKLOG);
  // This removes the file, too.
  handle.close();
  if (errno !== 0) throw failed(errno);
}

function failed(errno: number): ListenError {
  return new ListenError(getSystemErrorName(errno), errno);
}

/** libuv says EACCES for a missing folder too. */
function refusalOf(path: string): ListenError {
  try {
    accessSync(dirname(path), constants.W_OK | constants.X_OK);
    return new ListenError("ENOENT", -2);
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : "EACCES";
    const errno = cause instanceof Error && "errno" in cause ? Number(cause.errno) : EACCES;
    return new ListenError(code, errno);
  }
}
