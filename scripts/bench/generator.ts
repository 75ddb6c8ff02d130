import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { endWithUs } from "./children.js";
import { type Count, type Order, READY } from "./generators/order.js";
import { CHECKOUT } from "./paths.js";
import { LOAD_CORE } from "./server-process.js";

const PROGRAM = join(CHECKOUT, "scripts/bench/generators/run.ts");

/** A load generator of ours in a process of its own, its connections open. */
export class Generator {
  private readonly child: ChildProcessWithoutNullStreams;
  private readonly lines: AsyncIterator<string>;
  private errors = "";

  private constructor(order: Order) {
    // Every connection is a descriptor.
    const script = 'ulimit -n "$(ulimit -Hn)" && exec "$@"';
    const command = ["taskset", "-c", LOAD_CORE, process.execPath, "--import", "tsx", PROGRAM];
    this.child = spawn("sh", ["-c", script, "sh", ...command, JSON.stringify(order)]);
    endWithUs(this.child);
    this.child.stderr.on("data", (chunk) => {
      this.errors += chunk;
    });
    this.lines = createInterface(this.child.stdout)[Symbol.asyncIterator]();
  }

  static async start(order: Order): Promise<Generator> {
    const generator = new Generator(order);
    const line = await generator.line();
    if (line !== READY) throw new Error(`unexpected answer of the load generator: ${line}`);
    return generator;
  }

  async load(seconds: number): Promise<Count> {
    this.child.stdin.write(`${seconds}\n`);
    return JSON.parse(await this.line());
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = new Promise((resolve) => this.child.once("exit", resolve));
    this.child.kill("SIGKILL");
    await ended;
  }

  private async line(): Promise<string> {
    const { value, done } = await this.lines.next();
    if (done === true) throw new Error(`the load generator failed:\n${this.errors}`);
    return value;
  }
}
