import { noteParts, noteSlice } from "./blob-parts.js";
import { asOwn, rememberSource } from "./body.js";
import { mediaTypeOf } from "./file-type.js";
import { decodeFormData } from "./form-data.js";
import { parseJson } from "./json.js";
import { blobType, isSpelled, withExactType } from "./media-type.js";
import { NativeBlob, NativeFile } from "./native.js";

const extras = {
  async json(this: Blob): Promise<unknown> {
    return parseJson(await this.text());
  },
  async bytes(this: Blob): Promise<Uint8Array> {
    return new Uint8Array(await this.arrayBuffer());
  },
  async formData(this: Blob): Promise<FormData> {
    if (!/^(multipart\/form-data|application\/x-www-form-urlencoded)/i.test(this.type)) {
      throw new Error("Invalid encoding");
    }
    return decodeFormData(new Uint8Array(await this.arrayBuffer()), this.type);
  },
};

const { stream, slice } = NativeBlob.prototype;

const replacements = {
  // A reply of an untouched stream is sent as the Blob it came from, with its length.
  stream(this: Blob): ReadableStream<Uint8Array<ArrayBuffer>> {
    const streamed: ReadableStream<Uint8Array<ArrayBuffer>> = Reflect.apply(stream, this, []);
    rememberSource(streamed, this);
    return asOwn(streamed);
  },
  // The first text is the type, wherever it stands: as a position it would end the process.
  slice(this: Blob, ...given: unknown[]): Blob {
    const [first, second] = given;
    const { size } = this;
    const start = within(typeof first === "number" ? first : 0, size);
    const end = within(typeof first !== "string" && typeof second === "number" ? second : size, size);
    const type = given.slice(0, 3).find((argument) => typeof argument === "string");
    const own = typeof type === "string" ? blobType(type) : inheritedType(this.type);
    const part: Blob = Reflect.apply(slice, this, [start, end, own]);
    noteSlice(part, this);
    return own === type ? part : withExactType(part, own);
  },
};

/** A position relative to the start, as `Blob.slice` counts: negative from the end. */
export function within(position: number, size: number): number {
  const whole = Number.isNaN(position) ? 0 : Math.trunc(position);
  return whole < 0 ? Math.max(size + whole, 0) : Math.min(whole, size);
}

/** A slice inherits a type that Bun knows. */
function inheritedType(type: string): string {
  return isSpelled(type) || mediaTypeOf(type)?.known === true ? type : "";
}

/** Arguments whose options, at this place, spell the type as Bun does; null where they do already. */
function spelled(given: unknown[], place: number): { given: unknown[]; type: string } | null {
  const options = given[place];
  if (typeof options !== "object" || options === null || !("type" in options)) return null;
  if (typeof options.type !== "string") return null;
  const type = blobType(options.type);
  return type === options.type ? null : { given: given.with(place, { ...options, type }), type };
}

/** A class whose objects spell their type as Bun does, and know what they were made of. */
function withBunTypes<C extends typeof Blob | typeof File>(native: C, optionsPlace: number): C {
  const spelling = new Proxy(native, {
    construct(target, given: unknown[], newTarget) {
      const other = spelled(given, optionsPlace);
      const blob: Blob = Reflect.construct(target, other?.given ?? given, newTarget);
      noteParts(blob, given[0]);
      return other === null ? blob : withExactType(blob, other.type);
    },
  });
  Object.defineProperty(native.prototype, "constructor", {
    value: spelling,
    writable: true,
    configurable: true,
  });
  return spelling;
}

/** `Blob` and `File` that spell types as Bun does. */
export function blobClasses(): { readonly Blob: typeof Blob; readonly File: typeof File } {
  return { Blob: withBunTypes(NativeBlob, 1), File: withBunTypes(NativeFile, 2) };
}

/** Adds what Bun's `Blob` has and the runtime's lacks: `json`, `bytes`, `formData`; and what it does otherwise. */
export function installBlobExtras(): void {
  for (const [name, value] of Object.entries(extras)) {
    if (name in NativeBlob.prototype) continue;
    Object.defineProperty(NativeBlob.prototype, name, {
      value,
      writable: true,
      configurable: true,
      enumerable: true,
    });
  }
  for (const [name, value] of Object.entries(replacements)) {
    Object.defineProperty(NativeBlob.prototype, name, {
      value,
      writable: true,
      configurable: true,
      enumerable: true,
    });
  }
}
