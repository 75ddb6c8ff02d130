import type { Contender } from "./contenders.js";
import { WARM_UP } from "./rounds.js";
import type { Workload } from "./workloads.js";

/** Seconds until a server serves; the load generators that are ours start anew in each round. */
const START = 0.7;

/** Seconds of a start-up round, and of what one contender's memory takes. */
const STARTUP_ROUND = 2.5;
const MEMORY_OF_ONE = 60;
const IDLE_SOCKETS_OF_ONE = 80;

/** About how long each part takes, in seconds. */
export function plan(
  workloads: readonly Workload[],
  extras: ReadonlySet<string>,
  contenders: readonly Contender[],
  { rounds, seconds }: { rounds: number; seconds: number },
): { name: string; seconds: number }[] {
  const parts = workloads.map((workload) => {
    const count = contenders.filter((contender) => contender.command(workload) !== undefined).length;
    const own = workload.load === undefined || workload.load === "h2load" ? 0 : START;
    return { name: workload.name, seconds: count * (START + WARM_UP + own + rounds * (seconds + own)) };
  });
  // Without the null control.
  const measured = contenders.length - 1;
  if (extras.has("startup")) parts.push({ name: "startup", seconds: (rounds + 1) * STARTUP_ROUND });
  if (extras.has("memory")) parts.push({ name: "memory", seconds: measured * MEMORY_OF_ONE });
  if (extras.has("idle-sockets")) {
    parts.push({ name: "idle-sockets", seconds: measured * IDLE_SOCKETS_OF_ONE });
  }
  return parts;
}
