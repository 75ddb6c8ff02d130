import { asOwn, rememberSource } from "./body.js";
import { mediaTypeOf } from "./file-type.js";
import { decodeFormData } from "./form-data.js";
import { parseJson } from "./json.js";
import { blobType, isSpelled } from "./media-type.js";
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
    const spelled = typeof type === "string" ? blobType(type) : inheritedType(this.type);
    const part: Blob = Reflect.apply(slice, this, [start, end, spelled]);
    return spelled === type ? part : named(part, spelled);
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

/** A class whose objects spell their type as Bun does; `options` is which argument holds it. */
function withSpelledTypes<C extends typeof Blob | typeof File>(native: C, options: number): C {
  const spelling = new Proxy(native, {
    construct(target, given: unknown[], newTarget) {
      const bag = given[options];
      if (typeof bag === "object" && bag !== null && "type" in bag && typeof bag.type === "string") {
        const spelled = blobType(bag.type);
        if (spelled !== bag.type) {
          const others = given.with(options, { ...bag, type: spelled });
          return named(Reflect.construct(target, others, newTarget), spelled);
        }
      }
      return Reflect.construct(target, given, newTarget);
    },
  });
  Object.defineProperty(native.prototype, "constructor", {
    value: spelling,
    writable: true,
    configurable: true,
  });
  return spelling;
}

/** The runtime puts types in lower case, and so some that Bun spells. */
function named<B extends Blob>(blob: B, type: string): B {
  return blob.type === type ? blob : Object.defineProperty(blob, "type", { value: type, configurable: true });
}

/** `Blob` and `File` that spell types as Bun does. */
export function blobClasses(): { readonly Blob: typeof Blob; readonly File: typeof File } {
  return { Blob: withSpelledTypes(NativeBlob, 1), File: withSpelledTypes(NativeFile, 2) };
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
