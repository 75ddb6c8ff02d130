import type { BunFile } from "../file.js";
import type { PipeSink } from "./pipe-sink.js";
import type { PipeStream } from "./pipe-stream.js";

/** What a process reads from: `options.stdin`. Default: nothing. */
export type SpawnInput =
  | "pipe"
  | "inherit"
  | "ignore"
  | null
  | undefined
  | number
  | BunFile
  | Blob
  | ArrayBufferLike
  | ArrayBufferView
  | Response
  | Request
  | ReadableStream;

/** What a process writes to: `options.stdout` and `options.stderr`. */
export type SpawnOutput = "pipe" | "inherit" | "ignore" | null | undefined | number | BunFile;

/** Signals by name or number. */
export type SpawnSignal = NodeJS.Signals | number;

/** Options of `Bun.spawn` and `Bun.spawnSync`. */
export interface SpawnSyncOptions<
  In extends SpawnInput = SpawnInput,
  Out extends SpawnOutput = SpawnOutput,
  Err extends SpawnOutput = SpawnOutput,
> {
  /** Working directory of the process. Default: that of this one */
  cwd?: string;
  /** Environment of the process. Default: the one that this program started with, as in Bun */
  env?: Record<string, string | undefined>;
  /** Name under which the process finds itself. Default: the first element of the command */
  argv0?: string;
  stdin?: In;
  /** Default: `"pipe"` */
  stdout?: Out;
  /** Default: `"inherit"`; `"pipe"` for `Bun.spawnSync` */
  stderr?: Err;
  /** The three above in one, and further descriptors. Comes before them. */
  stdio?: readonly [In, Out, Err, ...(number | "inherit" | "ignore" | null | BunFile)[]];
  /** Milliseconds after which the process is killed. Default: never */
  timeout?: number;
  /** What a process is killed with when its time is over, it is aborted, or says too much. Default: `"SIGTERM"` */
  killSignal?: SpawnSignal;
  /** Bytes of output after which the process is killed. Default: no limit */
  maxBuffer?: number;
}

/** Options of `Bun.spawn`. */
export interface SpawnOptions<
  In extends SpawnInput = SpawnInput,
  Out extends SpawnOutput = SpawnOutput,
  Err extends SpawnOutput = SpawnOutput,
> extends SpawnSyncOptions<In, Out, Err> {
  /** Called once after the process ended. */
  onExit?(
    subprocess: Subprocess<In, Out, Err>,
    exitCode: number | null,
    signalCode: NodeJS.Signals | null,
    error?: Error,
  ): void | Promise<void>;
  /** Kills the process. A signal that is aborted already keeps it from starting. */
  signal?: AbortSignal;
  /** Opens a channel to the process, and receives its messages. */
  ipc?(message: unknown, subprocess: Subprocess<In, Out, Err>, handle?: unknown): void;
  /** Called once when the channel is closed. */
  onDisconnect?(): void | Promise<void>;
  /** How messages are written. Default: `"advanced"`, which another Node.js reads */
  serialization?: "json" | "advanced";
}

type InputOf<In> = In extends "pipe" ? PipeSink : In extends ReadableStream ? In : undefined;
type OutputOf<Out> = Out extends "pipe" | undefined ? PipeStream : undefined;
type ErrorOf<Err> = Err extends "pipe" ? PipeStream : undefined;

/** A process that `Bun.spawn` started. */
export interface Subprocess<
  In extends SpawnInput = SpawnInput,
  Out extends SpawnOutput = SpawnOutput,
  Err extends SpawnOutput = SpawnOutput,
> extends AsyncDisposable {
  /** Writes to the process; only with `stdin: "pipe"`. A stream that was given comes back. */
  readonly stdin: InputOf<In>;
  /** What the process writes; only with `"pipe"`. */
  readonly stdout: OutputOf<Out>;
  /** What the process writes to its standard error; only with `"pipe"`. */
  readonly stderr: ErrorOf<Err>;
  /** The same as {@link stdout}, for `pipeThrough`. */
  readonly readable: OutputOf<Out>;
  /** The same as {@link stdin}. */
  readonly writable: InputOf<In>;
  /** Three times null, then one entry for each further descriptor: the number that was given, or null. */
  readonly stdio: readonly (number | null)[];
  readonly pid: number;
  /** Resolves with the exit code when the process ended; with 128 and the signal's number if that ended it. */
  readonly exited: Promise<number>;
  /** Null while the process runs, and when a signal ended it. */
  readonly exitCode: number | null;
  /** The signal that ended the process. */
  readonly signalCode: NodeJS.Signals | null;
  /** Whether the process ended, however it did. */
  readonly killed: boolean;
  /** Whether the channel of `options.ipc` is open. */
  readonly connected: boolean;
  /**
   * Sends a signal (default: SIGTERM). Does nothing once the process ended.
   * @throws `ERR_INVALID_ARG_TYPE` for what is no signal
   */
  kill(signal?: SpawnSignal): void;
  /** Has this program wait for the process, as it does from the start. */
  ref(): void;
  /** Lets this program end before the process does. */
  unref(): void;
  /** Sends a message over the channel. @throws Error without `options.ipc` */
  send(message: unknown): boolean;
  /** Closes the channel. */
  disconnect(): void;
}

/** How a process that `Bun.spawnSync` ran ended. */
export interface SyncSubprocess<
  Out extends SpawnOutput = SpawnOutput,
  Err extends SpawnOutput = SpawnOutput,
> {
  /** Null when a signal ended the process. */
  exitCode: number | null;
  /** The signal that ended the process; absent when none did. */
  signalCode?: NodeJS.Signals;
  stdout: Out extends "pipe" | undefined ? Buffer : undefined;
  stderr: Err extends "pipe" | undefined ? Buffer : undefined;
  /** Whether the exit code is 0. */
  success: boolean;
  /** Present, and true, when `timeout` was over. */
  exitedDueToTimeout?: true;
  /** Present, and true, when there was more output than `maxBuffer`. */
  exitedDueToMaxBuffer?: true;
  pid: number;
}
