import { spawn } from "node:child_process";
import { endWithUs } from "./children.js";
import { LOAD_CORE, type ServerProcess } from "./server-process.js";
import type { Workload } from "./workloads.js";

/** What a load generator saw. */
export interface Load {
  readonly requests: number;
  readonly requestsPerSecond: number;
  /** 99th percentile of the latency, in milliseconds; NaN where the tool does not tell. */
  readonly p99: number;
}

/** Where the server is, as tools want it. */
export function originOf(server: ServerProcess, { secure = false }: Workload): string {
  return `${secure ? "https" : "http"}://127.0.0.1:${server.port}`;
}

/** Runs a tool on the load's core; everything that it printed. */
export async function outputOf(command: readonly string[]): Promise<string> {
  const child = spawn("taskset", ["-c", LOAD_CORE, ...command], { stdio: ["ignore", "pipe", "pipe"] });
  endWithUs(child);
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      text += chunk;
    });
  }
  const status = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  if (status !== 0) throw new Error(`${command[0]} failed:\n${text}`);
  return text;
}

/** `1.5ms`, `200us` or `1.02s`; NaN for anything else. */
export function milliseconds(text: string | undefined): number {
  const [, value, unit] = /^([\d.]+)(us|ms|s)$/.exec(text ?? "") ?? [];
  return Number(value) * (unit === "us" ? 0.001 : unit === "s" ? 1000 : 1);
}
