import { accessSync, constants, statSync } from "node:fs";
import { resolve } from "node:path";
import { rangeError, received, typeError } from "../argument-error.js";
import { codeOf, type SystemError, systemError } from "../system-error.js";
import { which } from "../which.js";
import { ownCommand } from "./runner.js";
import { signalNumber } from "./signals.js";

const INVALID = "ERR_INVALID_ARG_TYPE";

/** Options as they come, before anybody looked at them. */
export type RawOptions = Readonly<Record<string, unknown>>;

/** What to start, checked. */
export interface Command {
  /** The first element of the command, as given: errors show it. */
  readonly label: string;
  readonly file: string;
  readonly args: readonly string[];
  /** Undefined where the file goes by its own name. */
  readonly argv0: string | undefined;
  readonly cwd: string | undefined;
  readonly env: Record<string, string>;
  /** Milliseconds; null for no limit. */
  readonly timeout: number | null;
  readonly killSignal: number;
  readonly maxBuffer: number;
}

/** As in Bun, later changes of `process.env` reach a process only when they are handed to it. */
const startEnvironment = environment(process.env);

/**
 * Splits `spawn(cmd, options)` and `spawn({ cmd, ...options })`.
 * @throws `ERR_INVALID_ARG_TYPE`
 */
export function readArguments(first: unknown, second: unknown): [cmd: string[], options: RawOptions] {
  const options = Array.isArray(first) ? second : first;
  const raw: RawOptions = isObject(options) ? options : {};
  const { cmd = first } = Array.isArray(first) ? {} : raw;
  if (!Array.isArray(cmd)) throw typeError(INVALID, "cmd must be an array");
  if (cmd.length === 0) throw typeError(INVALID, "cmd must not be empty");
  const words = cmd.map(String);
  words.forEach((word, index) => {
    if (!word.includes("\0")) return;
    const message = `The argument 'args[${index}]' must be a string without null bytes. Received `;
    // Bun escapes the program's name only.
    const shown = index === 0 ? JSON.stringify(word) : `"${word}"`;
    throw typeError("ERR_INVALID_ARG_VALUE", message + shown);
  });
  return [words, raw];
}

/**
 * Checks the options and finds the file to run.
 * @throws `ENOENT`, `EACCES`, `ERR_INVALID_ARG_TYPE`, `ERR_OUT_OF_RANGE`, `AbortError`
 */
export function readCommand(words: readonly string[], options: RawOptions): Command {
  const [label = "", ...rest] = words;
  const { cwd: directory, env: variables, argv0: name, killSignal, maxBuffer, timeout } = options;
  const cwd = textOption("cwd", directory);
  if (variables !== undefined && variables !== null && !isObject(variables)) {
    throw typeError(INVALID, "env must be an object");
  }
  const env = isObject(variables) ? environment(variables) : startEnvironment;
  const limits = {
    timeout: timeoutOf(timeout),
    killSignal: signalNumber(killSignal),
    maxBuffer: typeof maxBuffer === "number" && maxBuffer > 0 ? maxBuffer : Number.POSITIVE_INFINITY,
  };
  const common = { label, cwd, env, ...limits };
  const argv0 = textOption("argv0", name);

  const own = ownWords(label, rest, env, cwd);
  const [file = label, ...args] = own ?? [locate(label, env, cwd), ...rest];
  checkDirectory(cwd, label);
  return { ...common, file, args, argv0: argv0 ?? (own === null ? label : undefined) };
}

/** The command line of this project's own runner where a command means Bun, and there is none. */
function ownWords(
  label: string,
  rest: readonly string[],
  env: Record<string, string>,
  cwd: string | undefined,
): readonly string[] | null {
  if (label === process.execPath) return ownCommand(rest, true);
  return label === "bun" && find(label, env, cwd) === null ? ownCommand(rest, false) : null;
}

function find(name: string, env: Record<string, string>, cwd: string | undefined): string | null {
  const path = env["PATH"] ?? process.env["PATH"];
  return which(name, { ...(path !== undefined && { PATH: path }), ...(cwd !== undefined && { cwd }) });
}

function locate(label: string, env: Record<string, string>, cwd: string | undefined): string {
  if (!label.includes("/")) {
    const found = find(label, env, cwd);
    if (found !== null) return found;
    const error: SystemError = new Error(`Executable not found in $PATH: ${JSON.stringify(label)}`);
    const path = label === "" ? {} : { path: label };
    throw Object.assign(error, { code: "ENOENT", ...path, errno: -2 });
  }
  const path = resolve(cwd ?? "", label);
  try {
    accessSync(path, constants.X_OK);
  } catch (error) {
    throw spawnError(codeOf(error), label);
  }
  if (statSync(path).isDirectory()) throw spawnError("EACCES", label);
  return label;
}

function checkDirectory(cwd: string | undefined, label: string): void {
  if (cwd === undefined) return;
  try {
    if (!statSync(cwd).isDirectory()) throw systemError("ENOTDIR", "chdir", cwd);
  } catch (error) {
    throw spawnError(codeOf(error), label);
  }
}

/** A failure to start, in Bun's words. */
export function spawnError(code: string | undefined, label: string): SystemError {
  return systemError(code ?? "EAGAIN", "posix_spawn", label);
}

/**
 * The `AbortSignal` of the options.
 * @throws `ERR_INVALID_ARG_TYPE`; `AbortError` when it is aborted already
 */
export function readSignal({ signal }: RawOptions): AbortSignal | null {
  if (signal === undefined || signal === null) return null;
  if (!(signal instanceof AbortSignal)) {
    const message = `The "signal" argument must be of type AbortSignal. Received ${received(signal)}`;
    throw typeError(INVALID, message);
  }
  if (!signal.aborted) return signal;
  const error = new Error("The operation was aborted", { cause: signal.reason });
  Object.defineProperty(error, "name", { value: "AbortError", configurable: true, writable: true });
  Object.defineProperty(error, "code", { value: "ABORT_ERR", configurable: true, writable: true });
  throw error;
}

function timeoutOf(timeout: unknown): number | null {
  if (timeout === undefined || timeout === null || timeout === Number.POSITIVE_INFINITY) return null;
  const wrong = (type: string): Error =>
    typeError(INVALID, `The "timeout" property must be of type ${type}. Received ${typeof timeout}`);
  if (typeof timeout !== "number") throw wrong("number");
  if (Number.isNaN(timeout)) throw rangeError("timeout", "a non-negative integer", timeout);
  if (!Number.isInteger(timeout)) throw wrong("integer");
  const most = Number.MAX_SAFE_INTEGER;
  if (timeout < 0 || timeout > most) throw rangeError("timeout", `>= 0 and <= ${most}`, timeout);
  return timeout === 0 ? null : timeout;
}

function environment(variables: RawOptions): Record<string, string> {
  const env: Record<string, string> = {};
  for (const [name, value] of Object.entries(variables)) {
    if (value === undefined) continue;
    const text = textOf(value);
    for (const part of [name, text]) {
      if (part.includes("\0")) throw nullBytes(`env['${name}']`, `"${part}"`);
    }
    env[name] = text;
  }
  return env;
}

/** Whatever there is as text; undefined for nothing, an empty text included. */
function textOption(name: string, value: unknown): string | undefined {
  const text = value === undefined || value === null ? "" : textOf(value);
  if (text.includes("\0")) throw nullBytes(name, JSON.stringify(text));
  return text === "" ? undefined : text;
}

function textOf(value: unknown): string {
  if (typeof value === "symbol") throw new TypeError("Cannot convert a symbol to a string");
  return String(value);
}

function nullBytes(name: string, shown: string): Error {
  const message = `The property 'options.${name}' must be a string without null bytes. Received ${shown}`;
  return typeError("ERR_INVALID_ARG_VALUE", message);
}

function isObject(value: unknown): value is RawOptions {
  return typeof value === "object" && value !== null;
}
