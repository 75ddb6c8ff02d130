import * as fs from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { promisify } from "node:util";
import type { FileStore } from "./file-store.js";
import { asSystemError, codeOf, directoryError, systemError } from "./system-error.js";

const open = promisify(fs.open);
const fstat = promisify(fs.fstat);
const close = promisify(fs.close);

/** A part of a file: bytes `start` up to, not including, `start + length`. */
export interface FilePart {
  readonly store: FileStore;
  readonly start: number;
  /** May reach past the end of the file: reading stops there. */
  readonly length: number;
}

/** A file opened for one reading. */
export interface OpenFile {
  readonly fd: number;
  readonly stats: fs.Stats;
  /** Closes it, unless the caller of `Bun.file(fd)` owns the descriptor. */
  close(): Promise<void>;
}

const PIECE = 256 * 1024;
/** A file of this size is in memory before another thread has heard of it. */
const SMALL = 64 * 1024;
/** How long to wait before asking a non-blocking descriptor again, in milliseconds. */
const RETRY = 1;

/** @throws a system error in Bun's form */
export async function openForReading(store: FileStore): Promise<OpenFile> {
  const { path, label } = store;
  const fd = path === null ? store.fd : await call("open", label, open(path, "r"));
  const closeOwn = path === null ? async () => {} : () => close(fd);
  try {
    const stats = await call("fstat", label, fstat(fd));
    return { fd, stats, close: closeOwn };
  } catch (error) {
    await closeOwn();
    throw error;
  }
}

/** Reads the part into memory. */
export async function readPart(part: FilePart): Promise<Uint8Array<ArrayBuffer>> {
  const small = part.store.path === null ? null : readPartSync(part, SMALL);
  if (small !== null) return small;
  const file = await openForReading(part.store);
  try {
    part.store.remember(file.stats);
    if (file.stats.isDirectory()) throw directoryError(part.store.label);
    return await readOpen(file, part);
  } finally {
    await file.close();
  }
}

/**
 * Reads the part of a regular file at once; null when the file is something else, or longer than `limit`.
 * @throws a system error in Bun's form
 */
export function readPartSync(part: FilePart, limit: number): Uint8Array<ArrayBuffer> | null {
  const { path, label } = part.store;
  if (path === null) return null;
  let syscall = "open";
  let fd = -1;
  try {
    // Opening a pipe must not wait for its other end.
    fd = fs.openSync(path, fs.constants.O_RDONLY | fs.constants.O_NONBLOCK);
    syscall = "read";
    const stats = fs.fstatSync(fd);
    const length = Math.min(part.length, stats.size - part.start);
    if (!stats.isFile() || stats.size === 0 || length > limit) return null;
    part.store.remember(stats);
    const bytes = new Uint8Array(Math.max(length, 0));
    let filled = 0;
    while (filled < bytes.length) {
      const count = fs.readSync(fd, bytes, filled, bytes.length - filled, part.start + filled);
      if (count === 0) return bytes.slice(0, filled);
      filled += count;
    }
    return bytes;
  } catch (error) {
    throw asSystemError(error, syscall, label);
  } finally {
    if (fd !== -1) fs.closeSync(fd);
  }
}

async function readOpen(file: OpenFile, part: FilePart): Promise<Uint8Array<ArrayBuffer>> {
  let position = positionOf(part);
  const size = file.stats.isFile() ? file.stats.size - (position ?? 0) : 0;
  // Files of /proc say 0 and have content all the same: read until the end comes.
  let buffer = new Uint8Array(Math.min(part.length, Math.max(size, 0) || PIECE));
  let filled = 0;
  for (;;) {
    if (filled === buffer.length) {
      if (filled >= part.length || (size > 0 && filled >= size)) return buffer;
      buffer = grown(buffer, Math.min(part.length, filled * 2));
    }
    const count = await readSome(file.fd, buffer, filled, position, part.store.label);
    if (count === 0) return buffer.slice(0, filled);
    filled += count;
    if (position !== null) position += count;
  }
}

/** The part as a stream of `Uint8Array` pieces; nothing is opened before the first piece is asked for. */
export function streamPart(part: FilePart): ReadableStream<Uint8Array<ArrayBuffer>> {
  let file: OpenFile | null = null;
  let position = positionOf(part);
  let left = part.length;
  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      async pull(controller) {
        if (file === null) {
          file = await openForReading(part.store);
          if (file.stats.isDirectory()) {
            await file.close();
            throw systemError("EISDIR", "fstat");
          }
        }
        const piece = new Uint8Array(Math.min(left, PIECE));
        const count = await readSome(file.fd, piece, 0, position, part.store.label);
        left -= count;
        if (position !== null) position += count;
        if (count > 0) controller.enqueue(count === piece.length ? piece : piece.subarray(0, count));
        if (count === 0 || left === 0) {
          await file.close();
          controller.close();
        }
      },
      async cancel() {
        await file?.close();
      },
    },
    { highWaterMark: 0 },
  );
}

/** Null: read on from where the descriptor stands. Bun reads `Bun.file(fd)` so, and a pipe knows nothing else. */
function positionOf(part: FilePart): number | null {
  return part.start === 0 ? null : part.start;
}

/** Reads at least one byte unless the end was reached. */
export async function readSome(
  fd: number,
  into: Uint8Array,
  at: number,
  position: number | null,
  label?: string,
): Promise<number> {
  if (at === into.length) return 0;
  for (;;) {
    try {
      return await new Promise<number>((resolve, reject) => {
        fs.read(fd, into, at, into.length - at, position, (error, count) =>
          error === null ? resolve(count) : reject(error),
        );
      });
    } catch (error) {
      if (codeOf(error) !== "EAGAIN") throw asSystemError(error, "read", label);
      await delay(RETRY);
    }
  }
}

function grown(buffer: Uint8Array<ArrayBuffer>, size: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(size);
  larger.set(buffer);
  return larger;
}

async function call<T>(syscall: string, label: string | undefined, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw asSystemError(error, syscall, label);
  }
}
