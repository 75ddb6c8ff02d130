import { spawn } from "node:child_process";
import { connect } from "node:net";
import { join } from "node:path";
import { endWithUs } from "./children.js";
import { BUN, CLI } from "./contenders.js";
import { CHECKOUT } from "./paths.js";
import { SERVER_CORE } from "./server-process.js";
import { ratio, type Spread, spread } from "./statistics.js";

export interface StartupRow {
  readonly title: string;
  /** Milliseconds from the start of the process to the first byte of its first reply. */
  readonly time: Spread;
  /** The time of bunshim, as a multiple of this one's. */
  readonly ratio: Spread;
}

const HELLO = join(CHECKOUT, "scripts/bench/programs/hello.ts");
const NODE_HELLO = [join(CHECKOUT, "scripts/bench/baselines/node-hello.ts")];
const NODE = process.execPath;

const COMMANDS: readonly (readonly [string, readonly string[]])[] = [
  ["bunshim hello.ts", [NODE, CLI, HELLO]],
  ["node --import bunshim/register hello.ts", [NODE, "--import", join(CHECKOUT, "dist/register.js"), HELLO]],
  ["tsx, node:http", [NODE, join(CHECKOUT, "node_modules/tsx/dist/cli.mjs"), ...NODE_HELLO]],
  ["node --import tsx, node:http", [NODE, "--import", "tsx", ...NODE_HELLO]],
  ["bun hello.ts", [BUN, HELLO]],
];

/** Measures how long a program takes until it serves, in interleaved rounds; the first round is not counted. */
export async function measureStartup(rounds: number): Promise<StartupRow[]> {
  const times = COMMANDS.map((): number[] => []);
  for (let round = 0; round <= rounds; round++) {
    for (const [index, [, command]] of COMMANDS.entries()) {
      const time = await firstReply(command);
      if (round > 0) times[index]?.push(time);
    }
  }
  const subject = times[0] ?? [];
  return COMMANDS.map(([title], index) => {
    const own = times[index] ?? [];
    return { title, time: spread(own), ratio: ratio(subject, own) };
  });
}

async function firstReply(command: readonly string[]): Promise<number> {
  const start = performance.now();
  const child = spawn("taskset", ["-c", SERVER_CORE, ...command], { stdio: ["ignore", "pipe", "inherit"] });
  endWithUs(child);
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  try {
    const port = await new Promise<number>((resolve, reject) => {
      child.stdout.on("data", (chunk) => {
        const line = /^(\d+)\n/m.exec(String(chunk));
        if (line !== null) resolve(Number(line[1]));
      });
      child.once("error", reject);
      child.once("exit", () => reject(new Error(`${command.join(" ")} ended before it served`)));
    });
    await new Promise<void>((resolve, reject) => {
      const socket = connect(port, "127.0.0.1", () => {
        socket.write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
      });
      socket.once("error", reject);
      socket.once("data", () => {
        socket.destroy();
        resolve();
      });
    });
    return performance.now() - start;
  } finally {
    // The tsx command runs Node.js in a child of its own, which ends with it only on this signal.
    child.kill("SIGTERM");
    await ended;
  }
}
