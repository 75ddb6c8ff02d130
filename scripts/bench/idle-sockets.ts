import { spawnSync } from "node:child_process";
import { setTimeout as delay } from "node:timers/promises";
import type { Contender } from "./contenders.js";
import { Generator } from "./generator.js";
import { COLLECTING, ServerProcess } from "./server-process.js";
import { type Spread, spread } from "./statistics.js";
import { workloadOf } from "./workloads.js";

export interface IdleRow {
  readonly title: string;
  readonly sockets: number;
  /** Resident bytes that each of them holds, garbage aside. */
  readonly bytes: Spread;
}

const SOCKETS = 10_000;

/** Open before the first reading: what a server has freed since its start is taken again by then. */
const FIRST = 4_000;

/** Servers of each kind; where the collector stands differs from one to the next. */
const SERVERS = 5;

/** Collections in a row that must free nothing until a server is at rest. */
const COLLECTIONS = 6;

/** Between two of them, in milliseconds: freed pages go back to the system in another thread. */
const PAUSE = 200;

/** Descriptors that a server or the load generator needs beside its sockets. */
const OWN_DESCRIPTORS = 200;

/** How long to wait until the last handshake is done with, in milliseconds. */
const SETTLE = 2_000;

/** After so long, in milliseconds, nothing gives back memory of the start any more: threads of a loader do late. */
const START = 40_000;

/**
 * What 10,000 WebSockets hold that are open and silent; fewer where there may not be so many descriptors. Each
 * reading follows a collection: when a runtime does that by itself decides chance, and the room that it keeps
 * for garbage is the same for ten sockets and ten thousand.
 */
export async function measureIdleSockets(contenders: readonly Contender[]): Promise<IdleRow[]> {
  const sockets = Math.min(SOCKETS, descriptorLimit() - OWN_DESCRIPTORS - FIRST);
  const workload = workloadOf("ws-echo");
  const rows: IdleRow[] = [];
  for (const { title, command } of contenders) {
    const program = command(workload);
    if (program === undefined) continue;
    // At once: processor time, which they would share, is not what is measured.
    const bytes = await Promise.all(Array.from({ length: SERVERS }, () => measureOne(program, sockets)));
    rows.push({ title, sockets, bytes: spread(bytes) });
  }
  return rows;
}

/** @returns bytes per socket */
async function measureOne(command: readonly string[], sockets: number): Promise<number> {
  const server = await ServerProcess.start(command, COLLECTING);
  const generators: Generator[] = [];
  const open = async (connections: number, settle: number): Promise<number> => {
    generators.push(await Generator.start({ kind: "idle", port: server.port, path: "", connections }));
    await delay(settle);
    return residentAtRest(server);
  };
  try {
    const before = await open(FIRST, START);
    return ((await open(sockets, SETTLE)) - before) / sockets;
  } finally {
    for (const generator of generators) await generator.stop();
    await server.stop();
  }
}

/** One collection frees what the next can give back; code that is not run any more takes some more of them. */
async function residentAtRest(server: ServerProcess): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let unchanged = 0; unchanged < COLLECTIONS; ) {
    await server.collect();
    await delay(PAUSE);
    const now = server.residentBytes();
    unchanged = now < least ? 0 : unchanged + 1;
    least = Math.min(least, now);
  }
  return least;
}

/** Servers raise their own limit up to this one. */
function descriptorLimit(): number {
  const limit = spawnSync("sh", ["-c", "ulimit -Hn"], { encoding: "utf8" }).stdout.trim();
  return limit === "unlimited" ? Number.POSITIVE_INFINITY : Number(limit);
}
