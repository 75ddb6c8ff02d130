import type { Writable } from "node:stream";

/** Bytes that node gets at a time: of a single write it does not say how much has left. */
export const SLICE = 64 * 1024;

/**
 * Writes content slice after slice, as the client takes it, and ends the stream.
 * @param taken called with each slice that follows another
 * @returns whether node has all of it already
 */
export function writeLarge(stream: Writable, content: Uint8Array, taken: () => void): boolean {
  let offset = 0;
  const proceed = (): boolean => {
    if (stream.destroyed) return false;
    do {
      const slice = content.subarray(offset, offset + SLICE);
      offset += slice.byteLength;
      if (offset === content.byteLength) {
        stream.off("drain", onDrain);
        stream.end(slice);
        return true;
      }
      stream.write(slice);
      // node says that it has drained before it has counted down: the next slice may go whatever it counts.
    } while (stream.writableLength < SLICE);
    return false;
  };
  const onDrain = (): void => {
    taken();
    proceed();
  };
  stream.on("drain", onDrain);
  return proceed();
}
