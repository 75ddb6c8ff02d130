import { bytesOf } from "../file-store.js";
import { textOf } from "./input.js";

/** How far a chunk of lines was read. */
export interface Chunk {
  /** What the complete lines hold. */
  values: unknown[];
  /** Characters of text, or bytes, that need not be given again. */
  read: number;
  /** Whether everything was read. */
  done: boolean;
  /** Of the first line that is no JSON. */
  error: SyntaxError | null;
}

/**
 * Lines of JSON.
 *
 * @see https://bun.com/docs/runtime/jsonl
 */
export const JSONL = {
  /**
   * The values of all lines up to the first that is none.
   *
   * @throws SyntaxError when that is the first of all
   */
  parse(input: unknown): unknown[] {
    const { values, error } = readLines(textOf(input));
    if (error !== null && values.length === 0) throw error;
    return values;
  },
  /**
   * As much as there is of a stream of lines.
   *
   * @param start where to begin; of bytes, also where to end
   */
  parseChunk(input: unknown, start = 0, end?: number): Chunk {
    const bytes = bytesOf(input);
    if (bytes === null) {
      const chunk = readLines(textOf(input).slice(start, end));
      return { ...chunk, read: chunk.read + start };
    }
    const text = Buffer.from(bytes).subarray(start, end).toString();
    const chunk = readLines(text);
    return { ...chunk, read: Buffer.byteLength(text.slice(0, chunk.read)) + start };
  },
};
Object.defineProperty(JSONL, Symbol.toStringTag, { value: "JSONL", configurable: true });

function readLines(text: string): Chunk {
  const chunk: Chunk = { values: [], read: 0, done: false, error: null };
  for (let at = 0; at < text.length; ) {
    const newline = text.indexOf("\n", at);
    const end = newline === -1 ? text.length : newline;
    const line = text.slice(at, end);
    if (line.trim() !== "") {
      const value = parseLine(line);
      if (value === FAILED) {
        // The last line may be half of one.
        if (newline !== -1) chunk.error = new SyntaxError("Failed to parse JSONL");
        return chunk;
      }
      chunk.values.push(value);
      chunk.read = end;
    }
    at = end + 1;
  }
  chunk.done = true;
  return chunk;
}

const FAILED = Symbol("failed");

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return FAILED;
  }
}
