import type { ChildProcess } from "node:child_process";
import { pipeline, Readable } from "node:stream";
import type { Command, RawOptions } from "./command.js";
import { PipeSink } from "./pipe-sink.js";
import { PipeStream } from "./pipe-stream.js";
import { exitStatus, signalNumber } from "./signals.js";
import { piecesOf, type Stdio } from "./stdio.js";
import type { SpawnSignal } from "./types.js";

/** Longer timers would go off at once. */
const TIMER_MAX = 2 ** 31 - 1;

/** What to call when something happens to a process. */
export interface ChildListeners {
  readonly onExit: RawOptions["onExit"];
  readonly ipc: RawOptions["ipc"];
  readonly onDisconnect: RawOptions["onDisconnect"];
}

/** The process behind a `Subprocess`: Bun's members on a process of node:child_process. */
export class Child {
  readonly #process: ChildProcess;
  readonly #stdin: PipeSink | ReadableStream | undefined;
  readonly #stdout: PipeStream | undefined;
  readonly #stderr: PipeStream | undefined;
  readonly #stdio: readonly (number | null)[];
  readonly #pid: number;
  readonly #exited: Promise<number>;

  constructor(
    child: ChildProcess,
    pid: number,
    command: Command,
    stdio: Stdio,
    signal: AbortSignal | null,
    listeners: ChildListeners,
  ) {
    this.#process = child;
    this.#pid = pid;
    // Signals that come too late and channels that break: the program sees them in the members.
    child.on("error", () => {});
    this.#stdin = connectInput(child, stdio);
    this.#stdout = child.stdout === null ? undefined : new PipeStream(child.stdout);
    this.#stderr = child.stderr === null ? undefined : new PipeStream(child.stderr);
    const more = stdio.descriptors.slice(3).map((entry) => (typeof entry === "number" ? entry : null));
    this.#stdio = [null, null, null, ...more];
    this.#exited = new Promise((resolve) => {
      child.on("exit", (code, signalCode) => {
        resolve(exitStatus(code, signalCode));
        // Behind the code that awaits `exited`, as in Bun.
        const { onExit } = listeners;
        if (typeof onExit === "function") {
          queueMicrotask(() =>
            survive(() => Reflect.apply(onExit, this, [this, code, signalCode, undefined])),
          );
        }
      });
    });
    this.#limit(command, signal);
    this.#listen(listeners);
  }

  get stdin(): PipeSink | ReadableStream | undefined {
    return this.#stdin;
  }

  get stdout(): PipeStream | undefined {
    return this.#stdout;
  }

  get stderr(): PipeStream | undefined {
    return this.#stderr;
  }

  get readable(): PipeStream | undefined {
    return this.#stdout;
  }

  get writable(): PipeSink | ReadableStream | undefined {
    return this.#stdin;
  }

  get stdio(): readonly (number | null)[] {
    return this.#stdio;
  }

  get pid(): number {
    return this.#pid;
  }

  get exited(): Promise<number> {
    return this.#exited;
  }

  get exitCode(): number | null {
    return this.#process.exitCode;
  }

  get signalCode(): NodeJS.Signals | null {
    return this.#process.signalCode;
  }

  get killed(): boolean {
    return this.exitCode !== null || this.signalCode !== null;
  }

  get connected(): boolean {
    return this.#process.connected === true;
  }

  kill(signal?: SpawnSignal): void {
    const number = signalNumber(signal);
    if (!this.killed) this.#process.kill(number);
  }

  ref(): void {
    this.#process.ref();
    for (const pipe of this.#pipes()) pipe.ref();
  }

  unref(): void {
    this.#process.unref();
    for (const pipe of this.#pipes()) pipe.unref();
  }

  send(message: unknown): boolean {
    if (this.connected && isMessage(message)) return this.#process.send(message);
    const error = new Error("Subprocess.send() can only be used if an IPC channel is open.");
    throw Object.assign(error, { code: "ERR_IPC_CHANNEL_CLOSED" });
  }

  disconnect(): void {
    if (this.connected) this.#process.disconnect();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.kill();
    await this.#exited;
  }

  get [Symbol.toStringTag](): string {
    return "Subprocess";
  }

  /** The pipes that keep this program alive. */
  *#pipes(): Generator<Referable> {
    for (const pipe of this.#process.stdio) if (isReferable(pipe)) yield pipe;
  }

  #limit({ timeout, killSignal, maxBuffer }: Command, signal: AbortSignal | null): void {
    const end = (): void => this.kill(killSignal);
    if (timeout !== null && timeout <= TIMER_MAX) {
      const timer = setTimeout(end, timeout).unref();
      this.#process.on("exit", () => clearTimeout(timer));
    }
    if (signal !== null) {
      signal.addEventListener("abort", end, { once: true });
      this.#process.on("exit", () => signal.removeEventListener("abort", end));
    }
    if (maxBuffer === Number.POSITIVE_INFINITY) return;
    for (const pipe of [this.#process.stdout, this.#process.stderr]) {
      let said = 0;
      pipe?.on("data", (chunk: Buffer) => {
        said += chunk.length;
        if (said > maxBuffer) end();
      });
    }
  }

  #listen({ ipc, onDisconnect }: ChildListeners): void {
    if (typeof ipc !== "function") return;
    this.#process.on("message", (message, handle) => Reflect.apply(ipc, this, [message, this, handle]));
    if (typeof onDisconnect !== "function") return;
    this.#process.on("disconnect", () => Reflect.apply(onDisconnect, this, []));
  }
}

function connectInput(
  { stdin }: ChildProcess,
  { input, given }: Stdio,
): PipeSink | ReadableStream | undefined {
  if (stdin === null) return undefined;
  if (input === null) return new PipeSink(stdin);
  // The process may end before it read everything, and the stream may fail: either way the input ends.
  pipeline(Readable.from(piecesOf(input), { objectMode: false }), stdin, () => {});
  return given;
}

/** As in Bun, an `onExit` that throws is reported and makes the program fail, but does not end it. */
function survive(callback: () => unknown): void {
  try {
    callback();
  } catch (error) {
    if (process.listenerCount("uncaughtException") > 0) throw error;
    console.error(error);
    process.exitCode = 1;
  }
}

interface Referable {
  ref(): void;
  unref(): void;
}

function isReferable(pipe: object | null | undefined): pipe is Referable {
  return pipe !== null && pipe !== undefined && "unref" in pipe && "ref" in pipe;
}

type Message = string | object | number | boolean | bigint;

function isMessage(message: unknown): message is Message {
  return (
    message !== undefined && message !== null && typeof message !== "symbol" && typeof message !== "function"
  );
}
