import { type ChildProcess, spawn as spawnProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import { typeError } from "../argument-error.js";
import { codeOf } from "../system-error.js";
import { Child } from "./child.js";
import {
  type Command,
  type RawOptions,
  readArguments,
  readCommand,
  readSignal,
  spawnError,
} from "./command.js";
import { readStdio, type Stdio } from "./stdio.js";
import type { SpawnInput, SpawnOptions, SpawnOutput, Subprocess } from "./types.js";

/**
 * Starts a process.
 *
 * Where the command is `bun` and no Bun is installed, or `process.execPath`, programs run as this one does.
 *
 * @throws `ENOENT` and its kin when there is nothing to start, `ERR_INVALID_ARG_TYPE`, `ERR_OUT_OF_RANGE`,
 * `AbortError`
 * @see https://bun.com/docs/runtime/child-process
 */
export function spawn<
  const In extends SpawnInput = undefined,
  const Out extends SpawnOutput = undefined,
  const Err extends SpawnOutput = undefined,
>(command: readonly string[], options?: SpawnOptions<In, Out, Err>): Subprocess<In, Out, Err>;
export function spawn<
  const In extends SpawnInput = undefined,
  const Out extends SpawnOutput = undefined,
  const Err extends SpawnOutput = undefined,
>(options: SpawnOptions<In, Out, Err> & { cmd: readonly string[] }): Subprocess<In, Out, Err>;
export function spawn(first: unknown, second?: unknown): object {
  const [words, options] = readArguments(first, second);
  const { onExit, ipc, onDisconnect } = options;
  if (onExit !== undefined && onExit !== null && typeof onExit !== "function") {
    throw typeError("ERR_INVALID_ARG_TYPE", "onExit must be a function or undefined");
  }
  const serialization = serializationOf(options);
  const signal = readSignal(options);
  const command = readCommand(words, options);
  const stdio = readStdio(options, "inherit", command.label);
  try {
    const child = start(command, stdio, typeof ipc === "function" ? serialization : null);
    // Without a number there is no process; Node.js says why only later.
    if (child.pid === undefined) {
      child.on("error", () => {});
      throw spawnError(isScript(command.file) ? "ENOENT" : "EAGAIN", command.label);
    }
    return new Child(child, child.pid, command, stdio, signal, { onExit, ipc, onDisconnect });
  } finally {
    stdio.close();
  }
}

function start(
  { file, args, argv0, cwd, env, label }: Command,
  { descriptors }: Stdio,
  channel: "json" | "advanced" | null,
): ChildProcess {
  try {
    return spawnProcess(file, args, {
      ...(cwd !== undefined && { cwd }),
      ...(argv0 !== undefined && { argv0 }),
      ...(channel !== null && { serialization: channel }),
      env,
      stdio: channel === null ? descriptors : [...descriptors, "ipc"],
      windowsHide: true,
    });
  } catch (error) {
    throw spawnError(codeOf(error), label);
  }
}

/** Whether a file names its interpreter: that is what was not found then. */
function isScript(file: string): boolean {
  return readFileSync(file).subarray(0, 2).toString("latin1") === "#!";
}

function serializationOf({ serialization }: RawOptions): "json" | "advanced" {
  if (serialization === undefined || serialization === null) return "advanced";
  if (serialization === "json" || serialization === "advanced") return serialization;
  throw typeError("ERR_INVALID_ARG_TYPE", 'serialization must be "json" or "advanced"');
}
