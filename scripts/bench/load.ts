import { Generator } from "./generator.js";
import { loadByH2load } from "./h2load.js";
import type { ServerProcess } from "./server-process.js";
import type { Load } from "./tool.js";
import type { Workload } from "./workloads.js";
import { loadByWrk } from "./wrk.js";

/** What one run of the load generator saw, and what it cost the server. */
export interface Sample extends Load {
  /** Server CPU time per request, in microseconds, user and system, all threads. */
  readonly cpu: number;
}

/** Loads a server for some seconds. */
export async function sample(server: ServerProcess, workload: Workload, seconds: number): Promise<Sample> {
  const { load, spent } = await measured(server, workload, seconds);
  if (load.requests === 0) throw new Error(`${workload.name}: no request was answered`);
  return { ...load, cpu: spent / load.requests / 1000 };
}

interface Measured {
  readonly load: Load;
  /** Nanoseconds. */
  readonly spent: number;
}

async function measured(server: ServerProcess, workload: Workload, seconds: number): Promise<Measured> {
  switch (workload.load) {
    case "http":
    case "echo":
    case "broadcast":
      return byGenerator(workload.load, server, workload, seconds);
    case "h2load":
      return whileLoaded(server, () => loadByH2load(server, workload, seconds));
    default:
      return whileLoaded(server, () => loadByWrk(server, workload, seconds));
  }
}

async function whileLoaded(server: ServerProcess, load: () => Promise<Load>): Promise<Measured> {
  const before = server.cpuNanoseconds();
  return { load: await load(), spent: server.cpuNanoseconds() - before };
}

/** What it costs to open the connections does not count. */
async function byGenerator(
  kind: "http" | "echo" | "broadcast",
  server: ServerProcess,
  { connections = 32 }: Workload,
  seconds: number,
): Promise<Measured> {
  const generator = await Generator.start({ kind, port: server.port, path: server.path, connections });
  try {
    return await whileLoaded(server, async () => {
      const { count, seconds: passed, p99 } = await generator.load(seconds);
      return { requests: count, requestsPerSecond: count / passed, p99 };
    });
  } finally {
    await generator.stop();
  }
}
