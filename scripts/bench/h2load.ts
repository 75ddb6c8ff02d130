import { spawnSync } from "node:child_process";
import type { ServerProcess } from "./server-process.js";
import { type Load, milliseconds, originOf, outputOf } from "./tool.js";
import type { Workload } from "./workloads.js";

/** Requests under way at a time on each connection. */
const STREAMS = 10;

/** Loads a server with HTTP/2: chosen by ALPN over TLS, known beforehand without. */
export async function loadByH2load(
  server: ServerProcess,
  workload: Workload,
  seconds: number,
): Promise<Load> {
  const connections = workload.connections ?? 32;
  const args = ["-t1", `-c${connections}`, `-m${STREAMS}`, `-D${seconds}`];
  const text = await outputOf(["h2load", ...args, `${originOf(server, workload)}${workload.paths[0]}`]);
  const [, done, failed] = /^requests: .* (\d+) done, .* (\d+) failed/m.exec(text) ?? [];
  if (failed !== "0") throw new Error(`h2load: ${failed ?? "unknown"} requests failed:\n${text}`);
  return {
    requests: Number(done),
    requestsPerSecond: Number(/^finished in \S+, ([\d.]+) req\/s/m.exec(text)?.[1]),
    // Only newer versions have a column for it.
    p99: milliseconds(/^request +: +\S+ +\S+ +\S+ +\S+ +(\S+)/m.exec(text)?.[1]),
  };
}

/** Whether the tool is there. */
export function hasH2load(): boolean {
  return spawnSync("h2load", ["--version"]).error === undefined;
}
