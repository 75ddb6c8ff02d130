import { type ChildProcess, spawn } from "node:child_process";
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { endWithUs } from "./children.js";
import { CHECKOUT } from "./paths.js";

/** The core that servers run on; the load generator has the other one. */
export const SERVER_CORE = "0";
export const LOAD_CORE = "1";

const COLLECT = join(CHECKOUT, "scripts/bench/programs/collect.mjs");

/** The environment of a server that can be asked to collect its garbage, whichever runtime it has. */
export const COLLECTING: Readonly<Record<string, string>> = {
  NODE_OPTIONS: `--import ${COLLECT}`,
  BUN_OPTIONS: `--preload ${COLLECT}`,
};

/** A server under measurement, in a process of its own on its own core. */
export class ServerProcess {
  /** 0 for a unix socket. */
  readonly port: number;
  /** Of a unix socket; empty for a port. */
  readonly path: string;
  readonly pid: number;
  private readonly child: ChildProcess;

  private constructor(child: ChildProcess, pid: number, address: string) {
    this.child = child;
    this.pid = pid;
    this.path = address.startsWith("/") ? address : "";
    this.port = this.path === "" ? Number(address) : 0;
  }

  /** Starts a command and waits for the port or path, which it prints in a line of its own. */
  static async start(
    command: readonly string[],
    environment: Readonly<Record<string, string>> = {},
  ): Promise<ServerProcess> {
    const child = spawn("taskset", ["-c", SERVER_CORE, ...command], {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, NODE_ENV: "production", ...environment },
    });
    endWithUs(child);
    let errors = "";
    child.stderr.on("data", (chunk) => {
      errors += chunk;
    });
    const address = await new Promise<string>((resolve, reject) => {
      let text = "";
      child.stdout.on("data", (chunk) => {
        text += chunk;
        const line = /^(\d+|\/.*)\n/m.exec(text)?.[1];
        if (line !== undefined) resolve(line);
      });
      child.on("error", reject);
      child.on("exit", (code) => {
        reject(new Error(`${command.join(" ")} ended with status ${code}\n${errors}`));
      });
    });
    const { pid } = child;
    if (pid === undefined) throw new Error(`${command[0]} has no process id`);
    return new ServerProcess(child, pid, address);
  }

  /** User and system time of all threads so far, in nanoseconds; finer than the ticks of /proc/PID/stat. */
  cpuNanoseconds(): number {
    let sum = 0;
    for (const task of readdirSync(`/proc/${this.pid}/task`)) {
      const [time] = readFileSync(`/proc/${this.pid}/task/${task}/schedstat`, "latin1").split(" ", 1);
      sum += Number(time);
    }
    return sum;
  }

  /** Has a server that was started with {@link COLLECTING} collect its garbage. */
  async collect(): Promise<void> {
    const { stdout } = this.child;
    if (stdout === null) throw new Error("the server has no output");
    const done = new Promise<void>((resolve) => {
      stdout.once("data", () => resolve());
    });
    this.child.kill("SIGUSR2");
    await done;
  }

  /** Bytes in memory now. */
  residentBytes(): number {
    const status = readFileSync(`/proc/${this.pid}/status`, "latin1");
    return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? Number.NaN) * 1024;
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = new Promise((resolve) => this.child.once("exit", resolve));
    this.child.kill("SIGKILL");
    await ended;
    if (this.path !== "") rmSync(this.path, { force: true });
  }
}
