import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { RESULTS } from "./paths.js";
import type { ServerProcess } from "./server-process.js";
import { type Load, milliseconds, originOf, outputOf } from "./tool.js";
import type { Workload } from "./workloads.js";

/** Loads a server with HTTP/1.1, over TLS where the workload says so. */
export async function loadByWrk(server: ServerProcess, workload: Workload, seconds: number): Promise<Load> {
  const text = await wrk(server, workload, seconds);
  const failures = /^\s*(Non-2xx or 3xx responses: .*|Socket errors: .*)$/m.exec(text)?.[1];
  if (failures !== undefined) throw new Error(failures);
  return {
    requests: Number(/^\s*(\d+) requests in /m.exec(text)?.[1] ?? 0),
    requestsPerSecond: Number(/^Requests\/sec:\s+([\d.]+)/m.exec(text)?.[1]),
    p99: milliseconds(/^\s*99%\s+(\S+)/m.exec(text)?.[1]),
  };
}

async function wrk(server: ServerProcess, workload: Workload, seconds: number): Promise<string> {
  const args = ["-t1", `-c${workload.connections ?? 32}`, `-d${seconds}s`, "--latency"];
  return outputOf(["wrk", ...args, "-s", script(workload), originOf(server, workload)]);
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
