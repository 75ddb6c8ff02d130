import { readFileSync } from "node:fs";
import process from "node:process";
import { getSystemErrorName } from "node:util";
import { BACKLOG, createListenHandle } from "./listen-socket.js";
import { systemCalls } from "./system-calls.js";
import { ListenError } from "./wire.js";

/** Longest name in bytes, with its leading NUL, as Bun 1.4.4 takes it. */
const MAX_NAME = 107;
const ENAMETOOLONG = -36;

/**
 * Listens on a name of Linux's abstract namespace, synchronously; or makes sure that node can.
 *
 * @param path `\0name`
 * @returns what `server.listen` of node takes
 * @throws {ListenError} `EADDRINUSE`, `ENAMETOOLONG` …
 * @throws {Error} where the system has no such sockets, or Node.js needs koffi for them
 */
export function openAbstractSocket(path: string): { fd: number } | { path: string } {
  if (process.platform !== "linux") {
    throw new Error("Abstract sockets (a unix path that begins with \\0) exist on Linux only");
  }
  if (Buffer.byteLength(path) > MAX_NAME) throw new ListenError("ENAMETOOLONG", ENAMETOOLONG);
  const calls = systemCalls();
  if (calls === null) {
    expectExactName(path);
    return { path };
  }
  const fd = calls.listenAbstract(Buffer.from(path.slice(1)), BACKLOG);
  if (fd < 0) throw new ListenError(getSystemErrorName(fd), fd);
  return { fd };
}

/** libuv knows exact names since Node.js 22; before, it fills them up with NULs, and no client finds them. */
function expectExactName(path: string): void {
  const handle = createListenHandle(path, -1, -1, -1, 0);
  if (typeof handle === "number") throw new ListenError(getSystemErrorName(handle), handle);
  const errno = handle.listen(BACKLOG);
  const exact = isBound(path);
  handle.close();
  if (errno !== 0) throw new ListenError(getSystemErrorName(errno), errno);
  if (exact) return;
  throw new Error(
    `Node.js ${process.versions.node} cannot listen on abstract sockets by itself: install koffi (npm install koffi), or use Node.js 22 or newer`,
  );
}

/** The kernel lists the names with `@` for NUL. */
function isBound(path: string): boolean {
  const name = Buffer.from(path).toString("latin1").replaceAll("\0", "@");
  return readFileSync("/proc/net/unix", "latin1")
    .split("\n")
    .some((line) => line.endsWith(` ${name}`));
}
