import { type FileHandle, open } from "node:fs/promises";
import { type FileRange, fileRangeOf } from "../bun/file.js";
import { asSystemError } from "../bun/system-error.js";
import { adoptResponse, fieldsOf, statusOf } from "../web/response.js";
import type { Exchange, HeaderList, ReplyWriter } from "../wire/exchange.js";

/** Bytes read from a file at a time. */
const READ_SIZE = 256 * 1024;

/** A file as a route value: looked for at each request (docs/runtime/http/routing.mdx, "File routes"). */
export class FileRoute {
  private readonly range: FileRange;
  private readonly status: number;
  private readonly fields: HeaderList;

  constructor(file: Blob, response: globalThis.Response | null) {
    const range = fileRangeOf(file);
    if (range === null) throw new TypeError("A file route needs a file");
    this.range = range;
    this.status = response === null ? 200 : statusOf(adoptResponse(response));
    const own = response === null ? [] : fieldsOf(adoptResponse(response), true);
    this.fields = hasField(own, "content-type") ? own : ["Content-Type", file.type, ...own];
  }

  /** @returns false when the file is missing: then the request is not for this route */
  async send(exchange: Exchange): Promise<boolean> {
    let file: OpenRange;
    try {
      file = await openRange(this.range);
    } catch {
      return false;
    }
    const modified = ["last-modified", file.modified.toUTCString()];
    await sendOpen(exchange, this.status, [...this.fields, ...modified], file);
    return true;
  }
}

/**
 * Sends a file that a handler returned.
 * @throws the system's error, with Bun's message, when the file cannot be opened
 */
export async function sendFile(
  exchange: Exchange,
  status: number,
  fields: HeaderList,
  file: FileRange,
): Promise<void> {
  await sendOpen(exchange, status, fields, await openRange(file));
}

interface OpenRange {
  readonly handle: FileHandle;
  readonly start: number;
  readonly length: number;
  readonly modified: Date;
}

async function openRange(range: FileRange): Promise<OpenRange> {
  const path = range.path ?? `/proc/self/fd/${range.fd}`;
  try {
    const handle = await open(path, "r");
    const { size, mtime } = await handle.stat();
    const start = Math.min(range.start, size);
    return { handle, start, length: Math.max(0, Math.min(range.end, size) - start), modified: mtime };
  } catch (cause) {
    throw asSystemError(cause, "open", path);
  }
}

async function sendOpen(
  exchange: Exchange,
  status: number,
  fields: HeaderList,
  file: OpenRange,
): Promise<void> {
  try {
    if (exchange.aborted) return;
    if (exchange.method === "HEAD" || status === 204 || status === 304) {
      exchange.replyHead(status, fields, file.length);
      return;
    }
    if (file.length === 0) {
      exchange.reply(status, fields, null);
      return;
    }
    await copy(file, exchange, exchange.stream(status, fields, file.length));
  } finally {
    await file.handle.close();
  }
}

async function copy(file: OpenRange, exchange: Exchange, writer: ReplyWriter): Promise<void> {
  let position = file.start;
  const end = file.start + file.length;
  let wake: (() => void) | null = null;
  const woken = (): void => {
    wake?.();
    wake = null;
  };
  writer.onDrain(woken);
  exchange.onAbort(woken);
  while (position < end && !exchange.aborted) {
    const { bytesRead, buffer } = await file.handle.read(
      Buffer.allocUnsafe(Math.min(READ_SIZE, end - position)),
      0,
      undefined,
      position,
    );
    // The file was cut short: what was announced cannot be kept, and the client must notice.
    if (bytesRead === 0) break;
    position += bytesRead;
    if (!writer.write(buffer.subarray(0, bytesRead)) && position < end && !exchange.aborted) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  }
  writer.end();
}

function hasField(fields: HeaderList, name: string): boolean {
  return fields.some((field, i) => i % 2 === 0 && field.toLowerCase() === name);
}
