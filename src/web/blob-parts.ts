import { OCTET_STREAM, TEXT_TYPE } from "./media-type.js";
import { NativeBlob } from "./native.js";

/*
 * What a Blob was made of decides the type that a reply states for one without a type: Bun takes what was made of
 * ASCII text alone for text. No other runtime's Blob shows it, so it is noted where one is made.
 */

const texts = new WeakSet<Blob>();
const others = new WeakSet<Blob>();

const BEYOND_ASCII = /[^\0-\x7f]/;

/** Notes what the program made a Blob of. */
export function noteParts(blob: Blob, parts: unknown): void {
  if (!Array.isArray(parts) || parts.length === 0) return;
  (parts.every(isText) ? texts : others).add(blob);
}

/** Notes that a Blob holds bytes, whatever they say. */
export function noteBytes<B extends Blob>(blob: B): B {
  others.add(blob);
  return blob;
}

/** Notes that a Blob is a part of another one. */
export function noteSlice(slice: Blob, whole: Blob): void {
  if (texts.has(whole)) texts.add(slice);
  else if (others.has(whole)) others.add(slice);
}

/** The Content-Type that a Blob without a type implies; "" for none. Where nothing was noted it is text. */
export function untypedType(blob: Blob): string {
  if (texts.has(blob)) return TEXT_TYPE;
  if (others.has(blob)) return OCTET_STREAM;
  return blob.size === 0 ? "" : TEXT_TYPE;
}

function isText(part: unknown): boolean {
  if (typeof part === "string") return !BEYOND_ASCII.test(part);
  if (part instanceof NativeBlob) return untypedType(part) === TEXT_TYPE;
  return !(ArrayBuffer.isView(part) || part instanceof ArrayBuffer || part instanceof SharedArrayBuffer);
}
