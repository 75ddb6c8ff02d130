import { type FileRange, fileRangeOf } from "../bun/file.js";
import { asSystemError, systemError } from "../bun/system-error.js";
import { adoptResponse, fieldsOf, statusOf } from "../web/response.js";
import type { Exchange, HeaderList } from "../wire/exchange.js";
import { contentRange, readRange } from "./byte-range.js";
import { replyWithFile } from "./file-reply.js";
import { sendPipe } from "./named-pipe.js";
import { OpenFile, sendRange } from "./open-file.js";
import { given, rangeIsCurrent } from "./preconditions.js";
import { fieldValue, sortedFields } from "./sorted-fields.js";

/** A file as a route value: looked for at each request (docs/runtime/http/routing.mdx, "File routes"). */
export class FileRoute {
  private readonly range: FileRange;
  private readonly status: number;
  private readonly fields: HeaderList;
  private readonly etag: string | null;
  /** The program's own `Last-Modified` goes before that of the file. */
  private readonly lastModified: string | null;
  /** The same, when it is a date. */
  private readonly comparedDate: string | null;
  private readonly ranges: boolean;

  constructor(file: Blob, response: globalThis.Response | null) {
    const range = fileRangeOf(file);
    if (range === null) throw new TypeError("A file route needs a file");
    this.range = range;
    this.status = response === null ? 200 : statusOf(adoptResponse(response));
    const own = response === null ? [] : fieldsOf(adoptResponse(response), true);
    const typed = fieldValue(own, "content-type") !== null ? own : ["Content-Type", file.type, ...own];
    this.fields = sortedFields(typed);
    this.etag = fieldValue(own, "etag");
    this.lastModified = fieldValue(own, "last-modified");
    const isDate = !Number.isNaN(Date.parse(this.lastModified ?? ""));
    this.comparedDate = isDate ? this.lastModified : null;
    this.ranges = fieldValue(own, "content-range") === null;
  }

  /**
   * @param done called once when nothing more happens
   * @returns false, without calling `done`, where there is no such file: then the request is not for this route
   */
  send(exchange: Exchange, done: () => void): boolean {
    const file = openPath(this.range.path);
    if (file === null) return false;
    if (!file.stats.isFile()) {
      sendPipe(exchange, this.status, this.fields, file, done);
      return true;
    }
    const { lastModified } = file;
    const { start, end } = part(this.range, file);
    const fields = this.lastModified === null ? [...this.fields, "last-modified", lastModified] : this.fields;
    replyWithFile(
      exchange,
      this.status,
      fields,
      {
        file,
        start,
        size: end - start,
        validators: { etag: this.etag, lastModified: this.comparedDate ?? lastModified },
        acceptRanges: false,
        ranges: this.ranges,
      },
      done,
    );
    return true;
  }
}

/** Null for whatever is neither file nor named pipe. Descriptors cannot be read by several requests at a time: no route is for them. */
function openPath(path: string | null): OpenFile | null {
  if (path === null) return null;
  let file: OpenFile;
  try {
    file = OpenFile.path(path);
  } catch {
    return null;
  }
  if (file.stats.isFile() || file.stats.isFIFO()) return file;
  file.close();
  return null;
}

/**
 * Sends a file that a handler returned. Unlike a route it looks at no condition, says nothing of the last
 * change, and names the file for those who save it.
 * @param bare the fields without those that the content implies
 * @returns false, with nothing sent, for devices and descriptors of pipes: they are streams
 * @throws the system's error, with Bun's message, when the file cannot be opened
 */
export function sendFile(
  exchange: Exchange,
  status: number,
  fields: HeaderList,
  bare: HeaderList,
  range: FileRange,
  done: () => void,
): boolean {
  const file = openForHandler(range);
  const { stats } = file;
  if (exchange.method === "HEAD") {
    const { start, end } = part(range, file);
    file.close();
    exchange.replyHead(status, fields, end - start);
    done();
    return true;
  }
  if (stats.isFIFO() && range.path !== null) {
    sendPipe(exchange, status, [...fields, ...disposition(fields, range.path)], file, done);
    return true;
  }
  if (!stats.isFile()) {
    file.close();
    if (stats.isDirectory()) throw directoryAsContent(range.path);
    return false;
  }
  const { start, end } = part(range, file);
  const sent = [...fields, ...disposition(fields, range.path)];
  if (start > 0 || end < stats.size) {
    // As in Bun: with fields of its own it is a part only where these say so.
    if (bare.length === 0) sent.push("content-range", contentRange({ start, end }, "*"));
    const isPart = fieldValue(sent, "content-range") !== null;
    sendRange(exchange, isPart ? 206 : status, sent, file, { start, end }, done);
    return true;
  }
  // A slice that goes beyond the end is none that Bun takes parts of.
  const isWhole = range.end === Infinity || range.end === end;
  const asked = status === 200 && isWhole ? askedRange(exchange, fields, end) : null;
  if (asked === "unsatisfiable") {
    file.close();
    exchange.reply(416, [...bare, "content-range", `bytes */${end}`, "accept-ranges", "bytes"], null);
    done();
  } else if (asked !== null) {
    sent.push("content-range", contentRange(asked, end), "accept-ranges", "bytes");
    sendRange(exchange, 206, sent, file, asked, done);
  } else {
    sendRange(exchange, status, sent, file, { start, end }, done);
  }
  return true;
}

function askedRange(exchange: Exchange, fields: HeaderList, size: number): ReturnType<typeof readRange> {
  const field = exchange.method === "GET" ? given(exchange, "range") : null;
  if (field === null || fieldValue(fields, "content-range") !== null) return null;
  const validators = { etag: fieldValue(fields, "etag"), lastModified: fieldValue(fields, "last-modified") };
  return rangeIsCurrent(exchange, validators) ? readRange(field, size) : null;
}

function openForHandler({ path, fd }: FileRange): OpenFile {
  try {
    return path === null ? OpenFile.descriptor(fd) : OpenFile.path(path);
  } catch (cause) {
    throw asSystemError(cause, path === null ? "fstat" : "open", path ?? undefined);
  }
}

function directoryAsContent(path: string | null): Error {
  const error = systemError("EISDIR", "read", path ?? undefined);
  return Object.assign(error, { message: "Cannot stream a directory as a response body" });
}

/** The part of the file that is there. */
function part(range: FileRange, file: OpenFile): { start: number; end: number } {
  const { size } = file.stats;
  const start = Math.min(range.start, size);
  return { start, end: Math.max(start, Math.min(range.end, size)) };
}

/** What browsers show by themselves: Bun names no file for these. */
const SHOWN = /^(?:image|audio|video|font|text)\/|^application\/(?:json|wasm)(?:;|$)/;

/** The field that names the file for those who save it; empty where browsers show the content themselves. */
export function disposition(fields: HeaderList, path: string | null): string[] {
  if (path === null || fieldValue(fields, "content-disposition") !== null) return [];
  if (fields.some((value, i) => SHOWN.test(value) && fields[i - 1]?.toLowerCase() === "content-type"))
    return [];
  const name = path.slice(path.lastIndexOf("/") + 1);
  // Such a name would end the quotes, or the field.
  if (name === "" || /["\r\n]/.test(name)) return [];
  return ["content-disposition", `filename="${Buffer.from(name, "utf8").toString("latin1")}"`];
}
