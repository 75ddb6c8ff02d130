import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { type SystemCalls, systemCalls } from "../system-calls.js";

/** What the engine reads at once, at most: bytes. */
export const ENGINE_READ = 512 * 1024;

/** The system doubles it, and keeps less than that of content: a read never fills the engine's buffer. */
const NARROW = 128 * 1024;

/** How many full reads in one turn of the event loop show that the engine does not come to an end. */
const FULL_READS = 8;

/** How often one upload is looked for. */
const ATTEMPTS = 4;

/**
 * The engine reads again at once as long as it gets all that it asked for, whether the connection is paused or
 * not: a client that is faster than its reader keeps everybody else waiting, and its content piles up here. What
 * it can have under way is limited then by the system's buffer, once it is narrower than the engine's.
 */
export class FloodWatch {
  private reads = 0;
  private attempts = 0;

  /** The engine's buffer was full of what the connection brought. */
  fullRead(connection: { descriptor(): number }): void {
    if (this.attempts === ATTEMPTS) return;
    if (this.reads === 0) setImmediate(() => (this.reads = 0));
    if (++this.reads % FULL_READS === 0) {
      this.attempts = narrowFull(connection.descriptor()) ? ATTEMPTS : this.attempts + 1;
    }
  }
}

/**
 * Has the connections of a listening socket bring less at a time than the engine takes. Over TLS its buffer must
 * not be full: it hands over what it has then, and forgets the rest as soon as anything is written to any
 * connection. The client of the next byte would be cut off.
 */
export function narrowReads(descriptor: number): void {
  if (descriptor >= 0) systemCalls()?.setReceiveBuffer(descriptor, NARROW);
}

/** @returns whether a connection that had so much to read has a small buffer now */
function narrowFull(descriptor: number): boolean {
  const calls = systemCalls();
  if (calls === null) return false;
  return descriptor >= 0 ? calls.setReceiveBuffer(descriptor, NARROW) === 0 : narrowFullBuffers(calls);
}

/** Where the engine does not show the connection, the system tells which of this process have so much to read. */
function narrowFullBuffers(calls: SystemCalls): boolean {
  try {
    const full = new Set([...fullConnections("/proc/net/tcp"), ...fullConnections("/proc/net/tcp6")]);
    if (full.size === 0) return false;
    let done = false;
    for (const descriptor of readdirSync("/proc/self/fd")) {
      if (!full.has(openFile(descriptor))) continue;
      if (calls.setReceiveBuffer(Number(descriptor), NARROW) === 0) done = true;
    }
    return done;
  } catch {
    return false;
  }
}

const LISTENING = "0A";

/**
 * What the system calls the open files of connections to a server that have as much to read as the engine takes.
 * The connections of clients are left out: theirs are no ports that anybody listens on.
 */
function fullConnections(table: string): string[] {
  const servers = new Set<string>();
  const full: { port: string; file: string }[] = [];
  for (const line of readFileSync(table, "latin1").split("\n").slice(1)) {
    const [, local = "", , state, queues = "", , , , , inode] = line.trim().split(/\s+/);
    const port = local.slice(local.indexOf(":"));
    const unread = Number.parseInt(queues.slice(queues.indexOf(":") + 1), 16);
    if (state === LISTENING) servers.add(port);
    else if (unread >= ENGINE_READ) full.push({ port, file: `socket:[${inode}]` });
  }
  return full.filter(({ port }) => servers.has(port)).map(({ file }) => file);
}

function openFile(descriptor: string): string {
  try {
    return readlinkSync(`/proc/self/fd/${descriptor}`);
  } catch {
    return "";
  }
}
