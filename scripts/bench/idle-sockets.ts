import { spawnSync } from "node:child_process";
import type { Contender } from "./contenders.js";
import { Generator } from "./generator.js";
import { ServerProcess } from "./server-process.js";
import { workloadOf } from "./workloads.js";

export interface IdleRow {
  readonly title: string;
  readonly sockets: number;
  /** Bytes before the first WebSocket, and with all of them open. */
  readonly atStart: number;
  readonly open: number;
}

const SOCKETS = 10_000;

/** Descriptors that a server or the load generator needs beside its sockets. */
const OWN_DESCRIPTORS = 200;

/** How long to wait until the last handshake is done with, in milliseconds. */
const SETTLE = 2_000;

/** What 10,000 WebSockets cost that are open and silent; fewer where there may not be so many descriptors. */
export async function measureIdleSockets(contenders: readonly Contender[]): Promise<IdleRow[]> {
  const sockets = Math.min(SOCKETS, descriptorLimit() - OWN_DESCRIPTORS);
  const workload = workloadOf("ws-echo");
  const rows: IdleRow[] = [];
  for (const { title, command } of contenders) {
    const program = command(workload);
    if (program !== undefined) rows.push(await measureOne(title, program, sockets));
  }
  return rows;
}

async function measureOne(title: string, command: readonly string[], sockets: number): Promise<IdleRow> {
  const server = await ServerProcess.start(command);
  try {
    const first = await Generator.start({ kind: "idle", port: server.port, path: "", connections: 16 });
    await first.stop();
    await settle();
    const atStart = server.residentBytes();
    const generator = await Generator.start({
      kind: "idle",
      port: server.port,
      path: "",
      connections: sockets,
    });
    try {
      await settle();
      return { title, sockets, atStart, open: server.residentBytes() };
    } finally {
      await generator.stop();
    }
  } finally {
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
