import { spawnSync } from "node:child_process";
import type { Contender } from "./contenders.js";
import { Generator } from "./generator.js";
import { ServerProcess } from "./server-process.js";
import { type Spread, spread } from "./statistics.js";
import { workloadOf } from "./workloads.js";

export interface IdleRow {
  readonly title: string;
  readonly sockets: number;
  /** Bytes that each of them costs. */
  readonly bytes: Spread;
}

const SOCKETS = 10_000;

/** Open before the first reading: what a server has freed since its start is taken again by then. */
const FIRST = 4_000;

/** Servers of each kind; where the collector stands differs from one to the next. */
const SERVERS = 5;

/** Descriptors that a server or the load generator needs beside its sockets. */
const OWN_DESCRIPTORS = 200;

/** How long to wait until the last handshake is done with, in milliseconds. */
const SETTLE = 2_000;

/** What 10,000 WebSockets cost that are open and silent; fewer where there may not be so many descriptors. */
export async function measureIdleSockets(contenders: readonly Contender[]): Promise<IdleRow[]> {
  const sockets = Math.min(SOCKETS, descriptorLimit() - OWN_DESCRIPTORS - FIRST);
  const workload = workloadOf("ws-echo");
  const rows: IdleRow[] = [];
  for (const { title, command } of contenders) {
    const program = command(workload);
    if (program === undefined) continue;
    const bytes: number[] = [];
    while (bytes.length < SERVERS) bytes.push(await measureOne(program, sockets));
    rows.push({ title, sockets, bytes: spread(bytes) });
  }
  return rows;
}

/** @returns bytes per socket */
async function measureOne(command: readonly string[], sockets: number): Promise<number> {
  const server = await ServerProcess.start(command);
  const generators: Generator[] = [];
  const open = async (connections: number): Promise<number> => {
    generators.push(await Generator.start({ kind: "idle", port: server.port, path: "", connections }));
    await settle();
    return server.residentBytes();
  };
  try {
    const before = await open(FIRST);
    return ((await open(sockets)) - before) / sockets;
  } finally {
    for (const generator of generators) await generator.stop();
    await server.stop();
  }
}

function settle(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, SETTLE));
}

/** Servers raise their own limit up to this one. */
function descriptorLimit(): number {
  const limit = spawnSync("sh", ["-c", "ulimit -Hn"], { encoding: "utf8" }).stdout.trim();
  return limit === "unlimited" ? Number.POSITIVE_INFINITY : Number(limit);
}
