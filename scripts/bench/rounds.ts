import { CONTROL, type Contender, SUBJECT } from "./contenders.js";
import { sample } from "./load.js";
import { oneReply } from "./one-reply.js";
import { ServerProcess } from "./server-process.js";
import { ratio, type Spread, spread } from "./statistics.js";
import { countsMessages, type Workload } from "./workloads.js";

/** One contender in one workload. */
export interface Row {
  readonly contender: string;
  readonly title: string;
  /** Microseconds of server CPU per request. */
  readonly cpu: Spread;
  readonly requestsPerSecond: Spread;
  /** Milliseconds. */
  readonly p99: Spread;
  /** Bytes after the last round. */
  readonly resident: number;
  /** CPU per request of bunshim, as a multiple of this contender's. */
  readonly ratio: Spread;
}

export interface Measurement {
  readonly workload: string;
  readonly title: string;
  /** What is counted. */
  readonly unit: "request" | "message";
  readonly rows: readonly Row[];
}

export interface Plan {
  readonly rounds: number;
  readonly seconds: number;
  readonly rivals: readonly Contender[];
}

/** Seconds of load before the first round: the compilers' time. */
export const WARM_UP = 2;

interface Runner {
  readonly contender: Contender;
  readonly server: ServerProcess;
  readonly cpu: number[];
  readonly requestsPerSecond: number[];
  readonly p99: number[];
}

/** Measures a workload: all servers run all the time, and take turns in short rounds. */
export async function measure(workload: Workload, plan: Plan): Promise<Measurement> {
  const runners: Runner[] = [];
  try {
    for (const contender of [SUBJECT, CONTROL, ...plan.rivals]) {
      const command = contender.command(workload);
      if (command === undefined) continue;
      const server = await ServerProcess.start(command, workload.environment);
      runners.push({ contender, server, cpu: [], requestsPerSecond: [], p99: [] });
    }
    await compareReplies(runners, workload);
    for (const { server } of runners) await sample(server, workload, Math.min(WARM_UP, plan.seconds * 2));
    for (let round = 0; round < plan.rounds; round++) {
      // Another one begins each time: nobody always follows the same neighbour's garbage collection.
      for (let turn = 0; turn < runners.length; turn++) {
        const runner = runners[(round + turn) % runners.length];
        if (runner === undefined) continue;
        const { cpu, requestsPerSecond, p99 } = await sample(runner.server, workload, plan.seconds);
        runner.cpu.push(cpu);
        runner.requestsPerSecond.push(requestsPerSecond);
        runner.p99.push(p99);
      }
    }
    const subject = runners[0]?.cpu ?? [];
    const rows = runners.map(({ contender, server, cpu, requestsPerSecond, p99 }) => ({
      contender: contender.name,
      title: contender.title,
      cpu: spread(cpu),
      requestsPerSecond: spread(requestsPerSecond),
      p99: spread(p99),
      resident: server.residentBytes(),
      ratio: ratio(subject, cpu),
    }));
    const unit = countsMessages(workload) ? "message" : "request";
    return { workload: workload.name, title: workload.title, unit, rows };
  } finally {
    await Promise.all(runners.map(({ server }) => server.stop()));
  }
}

/** A contender that answers something else would be measured at something else. */
async function compareReplies(runners: readonly Runner[], workload: Workload): Promise<void> {
  // The load generator itself looks at what comes back.
  if (countsMessages(workload)) return;
  let expected: string | undefined;
  for (const { contender, server } of runners) {
    const reply = await oneReply(server, workload);
    expected ??= reply;
    if (reply !== expected) {
      throw new Error(`${workload.name}: ${contender.name} answers "${reply}", bunshim "${expected}"`);
    }
  }
}
