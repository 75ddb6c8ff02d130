import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { RESULTS } from "./paths.js";
import { LOAD_CORE, type ServerProcess } from "./server-process.js";
import type { Workload } from "./workloads.js";

/** What one run of the load generator saw, and what it cost the server. */
export interface Sample {
  /** Server CPU time per request, in microseconds, user and system, all threads. */
  readonly cpu: number;
  readonly requestsPerSecond: number;
  /** 99th percentile of the latency, in milliseconds. */
  readonly p99: number;
  readonly requests: number;
}

/** Loads a server for some seconds. */
export async function sample(server: ServerProcess, workload: Workload, seconds: number): Promise<Sample> {
  const before = server.cpuNanoseconds();
  const text = await wrk(server, workload, seconds);
  const spent = server.cpuNanoseconds() - before;
  const requests = Number(/^\s*(\d+) requests in /m.exec(text)?.[1] ?? 0);
  const failures = /^\s*(Non-2xx or 3xx responses: .*|Socket errors: .*)$/m.exec(text)?.[1];
  if (requests === 0 || failures !== undefined) {
    throw new Error(`${workload.name}: ${failures ?? "no request was answered"}`);
  }
  return {
    cpu: spent / requests / 1000,
    requestsPerSecond: Number(/^Requests\/sec:\s+([\d.]+)/m.exec(text)?.[1]),
    p99: milliseconds(/^\s*99%\s+(\S+)/m.exec(text)?.[1]),
    requests,
  };
}

async function wrk(server: ServerProcess, workload: Workload, seconds: number): Promise<string> {
  const args = ["-t1", `-c${workload.connections ?? 32}`, `-d${seconds}s`, "--latency"];
  const child = spawn(
    "taskset",
    ["-c", LOAD_CORE, "wrk", ...args, "-s", script(workload), `http://127.0.0.1:${server.port}`],
    { stdio: ["ignore", "pipe", "pipe"] },
  );
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
  if (status !== 0) throw new Error(`wrk failed:\n${text}`);
  return text;
}

/** The requests, formatted once, so that the load generator has as little to do as possible. */
function script(workload: Workload): string {
  const { name, method = "GET", paths, headers = {}, content, depth = 1 } = workload;
  const fields = Object.entries(headers).map(([field, value]) => `[${quote(field)}] = ${quote(value)}`);
  const text = `local requests = {}
local next = 0
init = function()
  local headers = wrk.headers
  for name, value in pairs({ ${fields.join(", ")} }) do headers[name] = value end
  for index, path in ipairs({ ${paths.map(quote).join(", ")} }) do
    requests[index] = string.rep(wrk.format(${quote(method)}, path, headers, ${content === undefined ? "nil" : quote(content)}), ${depth})
  end
end
request = function()
  next = next % #requests + 1
  return requests[next]
end
`;
  mkdirSync(RESULTS, { recursive: true });
  const file = join(RESULTS, `${name}.lua`);
  writeFileSync(file, text);
  return file;
}

function quote(text: string): string {
  return `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}

function milliseconds(text: string | undefined): number {
  const [, value, unit] = /^([\d.]+)(us|ms|s)$/.exec(text ?? "") ?? [];
  return Number(value) * (unit === "us" ? 0.001 : unit === "s" ? 1000 : 1);
}
