import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { chart } from "./chart.js";
import { RIVALS } from "./contenders.js";
import { describeMachine, missingTool } from "./machine.js";
import { measureMemory } from "./memory.js";
import { installRivals } from "./npm-rival.js";
import { CHART, RESULTS } from "./paths.js";
import { machineLines, memoryTable, startupTable, workloadTable } from "./report.js";
import { type Measurement, measure } from "./rounds.js";
import { writeSampleFiles } from "./sample-files.js";
import { measureStartup } from "./startup.js";
import { WORKLOADS } from "./workloads.js";

const HELP = `Measures server CPU time per request against Bun, uWebSockets.js alone and node:http.

  npm run bench -- [--workload NAME,…] [--against NAME,…] [--rounds N] [--seconds N] [--chart]

  --workload NAME,…  ${WORKLOADS.map(({ name }) => name).join(", ")}, startup, memory (default: all)
  --against NAME,…   ${RIVALS.map(({ name }) => name).join(", ")} or none (default: all)
  --rounds N         interleaved rounds per workload (default 15)
  --seconds N        load per server and round (default 1)
  --chart            write the results to docs/bench.svg as well
  --help             show this text

Servers run on core 0, the load generator (wrk) on core 1. Each value is the median of the rounds, with the
lowest and highest. The null control is the same server twice: its ratio is the error of the measurement, and
must be within 3 % of 1. Results go to .cache/bench as JSON.
`;

const options = readOptions();
if (options !== undefined) await run(options);

interface Options {
  workloads: ReadonlySet<string>;
  against: ReadonlySet<string>;
  rounds: number;
  seconds: number;
  chart: boolean;
}

async function run({ workloads, against, rounds, seconds, chart: wantsChart }: Options): Promise<void> {
  const missing = missingTool();
  if (missing !== undefined) fail(missing);
  const rivals = RIVALS.filter(({ name }) => against.has(name));
  const machine = describeMachine();
  writeSampleFiles();
  if (against.has("hono")) installRivals();
  console.log(`${machineLines(machine)}\n`);

  const measurements: Measurement[] = [];
  for (const workload of WORKLOADS.filter(({ name }) => workloads.has(name))) {
    try {
      const measurement = await measure(workload, { rounds, seconds, rivals });
      measurements.push(measurement);
      console.log(workloadTable(measurement));
    } catch (error) {
      // The others are still worth knowing.
      console.log(`${workload.title}\nFAILED: ${error instanceof Error ? error.message : error}\n`);
      process.exitCode = 1;
    }
  }
  const startup = workloads.has("startup") ? await measureStartup(rounds) : [];
  if (startup.length > 0) console.log(startupTable(startup));
  const memory = workloads.has("memory") ? await measureMemory(rivals) : [];
  if (memory.length > 0) console.log(memoryTable(memory));

  const time = new Date().toISOString();
  const result = { time, machine, rounds, seconds, measurements, startup, memory };
  const file = join(RESULTS, `${time.replaceAll(":", "-")}.json`);
  writeFileSync(file, `${JSON.stringify(result, null, 2)}\n`);
  console.log(`written: ${file}`);
  if (wantsChart) {
    mkdirSync(dirname(CHART), { recursive: true });
    writeFileSync(CHART, chart(measurements, machine));
    console.log(`written: ${CHART}`);
  }
}

function readOptions(): Options | undefined {
  const { values } = parse();
  if (values.help) {
    process.stdout.write(HELP);
    return undefined;
  }
  return {
    workloads: choose("workload", values.workload, [
      ...WORKLOADS.map(({ name }) => name),
      "startup",
      "memory",
    ]),
    against:
      values.against === "none"
        ? new Set()
        : choose(
            "against",
            values.against,
            RIVALS.map(({ name }) => name),
          ),
    rounds: count("rounds", values.rounds),
    seconds: count("seconds", values.seconds),
    chart: values.chart,
  };
}

function parse() {
  try {
    return parseArgs({
      options: {
        workload: { type: "string" },
        against: { type: "string" },
        rounds: { type: "string", default: "15" },
        seconds: { type: "string", default: "1" },
        chart: { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    });
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : error}; --help shows how`);
  }
}

function choose(option: string, text: string | undefined, known: readonly string[]): ReadonlySet<string> {
  const names = text === undefined ? known : text.split(",");
  for (const name of names) {
    if (!known.includes(name)) fail(`--${option} does not know "${name}"; it knows ${known.join(", ")}`);
  }
  return new Set(names);
}

function count(option: string, text: string): number {
  if (!/^[1-9]\d*$/.test(text)) fail(`--${option} wants a whole number from 1 on, not "${text}"`);
  return Number(text);
}

function fail(line: string): never {
  process.stderr.write(`bench: ${line}\n`);
  process.exit(1);
}
