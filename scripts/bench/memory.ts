import { type Contender, SUBJECT } from "./contenders.js";
import { sample } from "./load.js";
import { ServerProcess } from "./server-process.js";
import { WORKLOADS, type Workload } from "./workloads.js";

export interface MemoryRow {
  readonly workload: string;
  readonly title: string;
  /** Bytes before any request, and after so many. */
  readonly atStart: number;
  readonly early: { readonly requests: number; readonly resident: number };
  readonly late: { readonly requests: number; readonly resident: number };
}

/** After how many requests memory is read. */
export interface Requests {
  readonly early: number;
  readonly late: number;
}

/** These keep something per request while it lasts, each in its own way. */
const MEASURED = ["hello", "async-json", "post-json", "cookies"];

/** Memory after 100,000 and after 1,000,000 requests: what grows with their number is a leak. */
export async function measureMemory(
  rivals: readonly Contender[],
  requests: Requests = { early: 100_000, late: 1_000_000 },
): Promise<MemoryRow[]> {
  const rows: MemoryRow[] = [];
  for (const workload of WORKLOADS.filter(({ name }) => MEASURED.includes(name))) {
    for (const contender of [SUBJECT, ...rivals]) {
      const command = contender.command(workload);
      if (command !== undefined) rows.push(await measureOne(workload, contender, command, requests));
    }
  }
  return rows;
}

async function measureOne(
  workload: Workload,
  contender: Contender,
  command: readonly string[],
  { early, late }: Requests,
): Promise<MemoryRow> {
  const server = await ServerProcess.start(command, workload.environment);
  try {
    const atStart = server.residentBytes();
    let requests = 0;
    const runUntil = async (count: number) => {
      while (requests < count) requests += (await sample(server, workload, 1)).requests;
      return { requests, resident: server.residentBytes() };
    };
    return {
      workload: workload.name,
      title: contender.title,
      atStart,
      early: await runUntil(early),
      late: await runUntil(late),
    };
  } finally {
    await server.stop();
  }
}
