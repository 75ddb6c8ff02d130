import type { Exchange, HeaderList } from "../wire/exchange.js";
import { contentRange, readRange } from "./byte-range.js";
import { type OpenFile, sendRange } from "./open-file.js";
import { checkPreconditions, given, rangeIsCurrent, type Validators } from "./preconditions.js";

const ACCEPT_RANGES = ["accept-ranges", "bytes"] as const;

/** A file as the content of a route, and what may be said of it. */
export interface FileRepresentation {
  readonly file: OpenFile;
  /** First byte of the content within the file. */
  readonly start: number;
  /** Bytes. */
  readonly size: number;
  readonly validators: Validators;
  /** Whether every reply says that ranges are understood, and not only those to a range. */
  readonly acceptRanges: boolean;
  /** Whether a `Range` counts. */
  readonly ranges: boolean;
}

/**
 * Answers a request for a file or a part of it: conditions first, then the range (RFC 9110 section 13.2.2).
 * Closes the file.
 */
export function replyWithFile(
  exchange: Exchange,
  status: number,
  fields: HeaderList,
  { file, start, size, validators, acceptRanges, ranges }: FileRepresentation,
  done: () => void,
): void {
  const whole = acceptRanges ? [...fields, ...ACCEPT_RANGES] : fields;
  const { method } = exchange;
  if (status !== 200 || (method !== "GET" && method !== "HEAD")) {
    sendRange(exchange, status, whole, file, { start, end: start + size }, done);
    return;
  }
  const condition = checkPreconditions(exchange, validators);
  if (condition !== 200) {
    file.close();
    exchange.reply(condition, fields, null);
    done();
    return;
  }
  const field = ranges ? given(exchange, "range") : null;
  const range = field === null || !rangeIsCurrent(exchange, validators) ? null : readRange(field, size);
  if (range === null) {
    sendRange(exchange, 200, whole, file, { start, end: start + size }, done);
  } else if (range === "unsatisfiable") {
    file.close();
    exchange.reply(416, [...fields, "content-range", `bytes */${size}`, ...ACCEPT_RANGES], null);
    done();
  } else {
    const part = [...fields, "content-range", contentRange(range, size), ...ACCEPT_RANGES];
    sendRange(exchange, 206, part, file, { start: start + range.start, end: start + range.end }, done);
  }
}
