import { type SpawnSyncReturns, spawnSync as spawnProcess } from "node:child_process";
import { typeError } from "../argument-error.js";
import { codeOf } from "../system-error.js";
import { type Command, readArguments, readCommand, spawnError } from "./command.js";
import { readStdio, type Stdio } from "./stdio.js";
import type { SpawnInput, SpawnOutput, SpawnSyncOptions, SyncSubprocess } from "./types.js";

/**
 * Runs a process and waits until it ended. Input that can only be waited for (streams, blobs that are no
 * files, bodies of messages) is refused.
 *
 * @throws as `Bun.spawn` does
 * @see https://bun.com/docs/runtime/child-process#blocking-api-bun-spawnsync
 */
export function spawnSync<
  const Out extends SpawnOutput = undefined,
  const Err extends SpawnOutput = undefined,
>(
  command: readonly string[],
  options?: SpawnSyncOptions<SpawnInput, Out, Err>,
): SyncSubprocess<Out, undefined extends Err ? "pipe" : Err>;
export function spawnSync<
  const Out extends SpawnOutput = undefined,
  const Err extends SpawnOutput = undefined,
>(
  options: SpawnSyncOptions<SpawnInput, Out, Err> & { cmd: readonly string[] },
): SyncSubprocess<Out, undefined extends Err ? "pipe" : Err>;
export function spawnSync(first: unknown, second?: unknown): object {
  const [words, options] = readArguments(first, second);
  const command = readCommand(words, options);
  const stdio = readStdio(options, "pipe", command.label);
  try {
    return resultOf(start(command, stdio), stdio, command);
  } finally {
    stdio.close();
  }
}

function start(command: Command, { descriptors, input }: Stdio): SpawnSyncReturns<Buffer> {
  const { file, args, argv0, cwd, env, timeout, killSignal, maxBuffer } = command;
  if (input instanceof ReadableStream) {
    throw typeError("ERR_INVALID_ARG_TYPE", "'stdin' ReadableStream cannot be used in sync mode");
  }
  if (input instanceof Blob) {
    throw typeError("ERR_INVALID_ARG_TYPE", "'stdin' Blob cannot be used in sync mode");
  }
  return spawnProcess(file, args, {
    ...(cwd !== undefined && { cwd }),
    ...(argv0 !== undefined && { argv0 }),
    ...(input !== null && { input }),
    ...(timeout !== null && { timeout }),
    env,
    killSignal,
    maxBuffer,
    stdio: descriptors,
    windowsHide: true,
  });
}

function resultOf(
  { status, signal, stdout, stderr, error, pid }: SpawnSyncReturns<Buffer>,
  { descriptors }: Stdio,
  { label }: Command,
): SyncSubprocess<SpawnOutput, SpawnOutput> {
  const code = codeOf(error);
  if (error !== undefined && code !== "ETIMEDOUT" && code !== "ENOBUFS") throw spawnError(code, label);
  const [, out, err] = descriptors;
  return {
    exitCode: status,
    ...(signal !== null && { signalCode: signal }),
    // Null from Node.js where nothing was piped.
    stdout: out === "pipe" ? stdout : undefined,
    stderr: err === "pipe" ? stderr : undefined,
    success: status === 0,
    ...(code === "ETIMEDOUT" && { exitedDueToTimeout: true }),
    ...(code === "ENOBUFS" && { exitedDueToMaxBuffer: true }),
    pid,
  };
}
