import { Socket } from "node:net";

/**
 * Whether anything but the engine keeps the process alive. Node.js does not list the engine's handles. It
 * does list sockets that neither read nor connect, such as the pipes of stdout: those keep nothing alive.
 * (Worker threads are not listed either: one that runs on is ended with the process.)
 */
export function othersKeepAlive(): boolean {
  const listed = process.getActiveResourcesInfo().length;
  return listed > 0 && listed > activeHandles().filter(isQuietSocket).length;
}

function activeHandles(): unknown[] {
  const list: unknown = Reflect.get(process, "_getActiveHandles");
  if (typeof list !== "function") return [];
  const handles: unknown = list.call(process);
  return Array.isArray(handles) ? handles : [];
}

function isQuietSocket(handle: unknown): boolean {
  if (!(handle instanceof Socket) || handle.connecting) return false;
  const native: unknown = Reflect.get(handle, "_handle");
  return typeof native === "object" && native !== null && Reflect.get(native, "reading") !== true;
}
