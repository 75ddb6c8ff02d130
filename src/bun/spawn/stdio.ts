import { closeSync, constants, fstatSync, openSync } from "node:fs";
import { contentOf, Response, takeContent } from "../../web/response.js";
import { typeError } from "../argument-error.js";
import { bytesOf, storeOf } from "../file-store.js";
import { codeOf } from "../system-error.js";
import { type RawOptions, spawnError } from "./command.js";

const INVALID = "ERR_INVALID_ARG_TYPE";
const WORDS = "stdio must be an array of 'inherit', 'pipe', 'ignore', Bun.file(pathOrFd), number, or null";
const VALUES = "stdio must be an array of 'inherit', 'ignore', or null";
const IMMUTABLE = "Blobs are immutable, and cannot be used for stdout/stderr";
const OUTPUT = constants.O_WRONLY | constants.O_CREAT;
const MODE = 0o664;

/** One entry of the `stdio` of node:child_process. */
export type Descriptor = "pipe" | "inherit" | "ignore" | number;

/** Content for the standard input of a process. */
export type Input = Uint8Array | Blob | ReadableStream;

/** The `stdio` of a process, and what to send to it. */
export interface Stdio {
  readonly descriptors: [Descriptor, Descriptor, Descriptor, ...Descriptor[]];
  readonly input: Input | null;
  /** The stream that was given as `stdin`: it is shown as the process's. */
  readonly given: ReadableStream | undefined;
  /** Closes the files that were opened for the process: it has its own descriptors once it runs. */
  close(): void;
}

/**
 * Reads `stdin`, `stdout`, `stderr` and `stdio`.
 * @throws `ERR_INVALID_ARG_TYPE`, `ERR_BODY_ALREADY_USED`, `EBADF`, `ENOENT` and its kin
 */
export function readStdio(options: RawOptions, stderr: "pipe" | "inherit", label: string): Stdio {
  const { stdio } = options;
  if (stdio !== undefined && stdio !== null && !Array.isArray(stdio)) {
    throw typeError(INVALID, "stdio must be an array");
  }
  const values: readonly unknown[] = Array.isArray(stdio)
    ? stdio
    : [options["stdin"], options["stdout"], options["stderr"]];
  const opened: number[] = [];
  const close = (): void => {
    for (const fd of opened) closeSync(fd);
  };
  const open = (path: string, flags: number): number => {
    try {
      const fd = openSync(path, flags, MODE);
      opened.push(fd);
      return fd;
    } catch (error) {
      throw spawnError(codeOf(error), label);
    }
  };
  try {
    const [first, second, third, ...more] = values;
    const input = inputOf(first);
    const stdin = input === null ? descriptor(first, "ignore", constants.O_RDONLY, open, label) : "pipe";
    if (stdin === 1 || stdin === 2) throw typeError(INVALID, "stdout and stderr cannot be used for stdin");
    const outputs = [output(second, "pipe", open, label), output(third, stderr, open, label)] as const;
    const given = first instanceof ReadableStream ? first : undefined;
    return { descriptors: [stdin, ...outputs, ...further(more, open, label)], input, given, close };
  } catch (error) {
    close();
    throw error;
  }
}

type Open = (path: string, flags: number) => number;

function output(value: unknown, absent: Descriptor, open: Open, label: string): Descriptor {
  if (value instanceof ReadableStream) return "ignore";
  if (bytesOf(value) !== null) {
    throw typeError(INVALID, "ArrayBufferView cannot be used for stdout/stderr yet");
  }
  if (isBody(value) || (value instanceof Blob && storeOf(value) === null)) {
    throw typeError(INVALID, IMMUTABLE);
  }
  const found = descriptor(value, absent, OUTPUT, open, label);
  if (found === 0) throw typeError(INVALID, "stdin cannot be used for stdout or stderr");
  return found;
}

function further(values: readonly unknown[], open: Open, label: string): Descriptor[] {
  return values.map((value, index) => {
    if (value !== "pipe") return output(value, "ignore", open, label);
    // Bun hands out the number of a descriptor here, which Node.js does not tell.
    throw new Error(`stdio[${index + 3}]: "pipe" is not supported behind stderr`);
  });
}

function descriptor(
  value: unknown,
  absent: Descriptor,
  flags: number,
  open: Open,
  label: string,
): Descriptor {
  if (value === undefined) return absent;
  if (value === null) return "ignore";
  if (value === "pipe" || value === "inherit" || value === "ignore") return value;
  if (typeof value === "string") throw typeError(INVALID, WORDS);
  if (typeof value === "number") return checkedFd(Math.trunc(value), label);
  const store = storeOf(value);
  if (store !== null) return store.path === null ? checkedFd(store.fd, label) : open(store.path, flags);
  // A message without a body.
  if (isBody(value)) return "ignore";
  throw typeError(INVALID, VALUES);
}

function checkedFd(fd: number, label: string): number {
  if (!(fd >= 0)) throw typeError(INVALID, "file descriptor must be a positive integer");
  try {
    fstatSync(fd);
  } catch (error) {
    throw spawnError(codeOf(error), label);
  }
  return fd;
}

/** Content to send; null when `stdin` is a descriptor. */
function inputOf(value: unknown): Input | null {
  const bytes = bytesOf(value);
  // A copy: the caller may change the memory before it is written.
  if (bytes !== null) return new Uint8Array(bytes);
  if (value instanceof ReadableStream) {
    if (value.locked) throw typeError("ERR_INVALID_STATE", "Invalid state: ReadableStream is locked");
    return value;
  }
  if (value instanceof Blob) return storeOf(value) === null ? value : null;
  if (!isBody(value)) return null;
  if (value.bodyUsed) throw typeError("ERR_BODY_ALREADY_USED", "Body already used");
  return (value instanceof Response ? contentAtHand(value) : null) ?? value.body;
}

/** Content that needs no waiting: `spawnSync` takes it, too. */
function contentAtHand(response: Response): Uint8Array | null {
  const content = contentOf(response);
  if (typeof content !== "string" && !(content instanceof Uint8Array)) return null;
  takeContent(response);
  return typeof content === "string" ? Buffer.from(content) : content;
}

/** A `Response` or `Request`, ours or native. */
function isBody(value: unknown): value is { body: ReadableStream | null; bodyUsed: boolean } {
  return typeof value === "object" && value !== null && "body" in value && "bodyUsed" in value;
}

/** The content in pieces, as bytes. */
export async function* piecesOf(input: Input): AsyncGenerator<Uint8Array> {
  if (input instanceof Uint8Array) {
    yield input;
    return;
  }
  const stream: ReadableStream<unknown> = input instanceof Blob ? input.stream() : input;
  for await (const piece of stream) {
    const bytes = typeof piece === "string" ? Buffer.from(piece) : bytesOf(piece);
    if (bytes !== null) yield bytes;
  }
}
