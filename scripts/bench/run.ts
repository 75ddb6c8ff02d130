import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { chart } from "./chart.js";
import { CONTROL, type Contender, RIVALS, SUBJECT } from "./contenders.js";
import { hasH2load } from "./h2load.js";
import { measureIdleSockets } from "./idle-sockets.js";
import { describeMachine, missingTool } from "./machine.js";
import { measureMemory } from "./memory.js";
import { installRivals } from "./npm-rival.js";
import { CHART, RESULTS } from "./paths.js";
import { plan } from "./plan.js";
import { installRelease } from "./release.js";
import { idleTable, machineLines, memoryTable, planTable, startupTable, workloadTable } from "./report.js";
import { type Measurement, measure } from "./rounds.js";
import { writeSampleFiles } from "./sample-files.js";
import { measureStartup } from "./startup.js";
import { buildUwsBaseline } from "./uws-baseline.js";
import { WORKLOADS, type Workload } from "./workloads.js";

/** What is measured beside the workloads. */
const EXTRAS = ["startup", "memory", "idle-sockets"];
const NAMES = [...WORKLOADS.map(({ name }) => name), ...EXTRAS];
const AGAINST = [...RIVALS.map(({ name }) => name), "release"];

const HELP = `Measures server CPU time per request against Bun, uWebSockets.js alone and node:http.

  npm run bench -- [--workload NAME,…] [--against NAME,…] [--release FILE]
                   [--rounds N] [--seconds N] [--chart]

  --workload NAME,…  default: all, after a list of how long each takes. They are
${lines(NAMES)}
  --against NAME,…   ${AGAINST.join(", ")} or none (default: all)
  --release FILE     bunshim's release to compare with, a packed tarball (default: the newest in the registry)
  --rounds N         interleaved rounds per workload (default 15)
  --seconds N        load per server and round (default 1)
  --chart            write the results to docs/bench.svg as well
  --help             show this text

Servers run on core 0, the load generator on core 1: wrk, h2load for HTTP/2, and one of our own for unix
sockets and WebSockets. Each value is the median of the rounds, with the lowest and highest. The null control is
the same server twice: its ratio is the error of the measurement, and must be within 3 % of 1. Results go to
.cache/bench as JSON.
`;

const options = readOptions();
if (options !== undefined) await run(options);

interface Options {
  everything: boolean;
  workloads: ReadonlySet<string>;
  against: ReadonlySet<string>;
  rounds: number;
  seconds: number;
  release: string | undefined;
  chart: boolean;
}

async function run(options: Options): Promise<void> {
  const { workloads, rounds, seconds, chart: wantsChart } = options;
  const missing = missingTool();
  if (missing !== undefined) fail(missing);
  const machine = describeMachine();
  writeSampleFiles();
  console.log(`${machineLines(machine)}\n`);
  const rivals = chooseRivals(options);
  if (rivals.some(({ name }) => name === "uws")) await buildUwsBaseline();
  const chosen = WORKLOADS.filter(({ name }) => workloads.has(name)).filter(canBeLoaded);
  if (options.everything) {
    console.log(planTable(plan(chosen, workloads, [SUBJECT, CONTROL, ...rivals], { rounds, seconds })));
  }

  const measurements: Measurement[] = [];
  for (const workload of chosen) {
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

  const idleSockets = workloads.has("idle-sockets") ? await measureIdleSockets([SUBJECT, ...rivals]) : [];
  if (idleSockets.length > 0) console.log(idleTable(idleSockets));

  const time = new Date().toISOString();
  const result = { time, machine, rounds, seconds, measurements, startup, memory, idleSockets };
  const file = join(RESULTS, `${time.replaceAll(":", "-")}.json`);
  writeFileSync(file, `${JSON.stringify(result, null, 2)}\n`);
  console.log(`written: ${file}`);
  if (wantsChart) {
    mkdirSync(dirname(CHART), { recursive: true });
    writeFileSync(CHART, chart(measurements, machine));
    console.log(`written: ${CHART}`);
  }
}

function chooseRivals({ against, release: file }: Options): Contender[] {
  const rivals = RIVALS.filter(({ name }) => against.has(name));
  if (against.has("hono")) installRivals();
  if (against.has("release") || file !== undefined) {
    const release = installRelease(file);
    if (release === undefined) console.log("bunshim's own last release: there is none yet\n");
    else rivals.push(release);
  }
  return rivals;
}

function canBeLoaded({ title, load }: Workload): boolean {
  if (load !== "h2load" || hasH2load()) return true;
  console.log(`${title}: not measured, h2load is missing (apt-get install nghttp2-client)\n`);
  return false;
}

/** Names, indented, a few in each line. */
function lines(names: readonly string[]): string {
  const rows: string[] = [];
  for (let index = 0; index < names.length; index += 6) {
    rows.push(`                     ${names.slice(index, index + 6).join(", ")}`);
  }
  return rows.join(",\n");
}

function readOptions(): Options | undefined {
  const { values } = parse();
  if (values.help) {
    process.stdout.write(HELP);
    return undefined;
  }
  return {
    everything: values.workload === undefined,
    workloads: choose("workload", values.workload, NAMES),
    against: values.against === "none" ? new Set() : choose("against", values.against, AGAINST),
    release: values.release,
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
        release: { type: "string" },
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
