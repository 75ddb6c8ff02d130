import { asOwn, rememberSource } from "./body.js";
import { decodeFormData } from "./form-data.js";
import { parseJson } from "./json.js";
import { blobType } from "./media-type.js";
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
  slice(this: Blob, start?: number, end?: number, type?: string): Blob {
    const spelled = typeof type === "string" ? blobType(type) : type;
    const part: Blob = Reflect.apply(slice, this, [start, end, spelled]);
    return typeof spelled !== "string" || spelled === type ? part : named(part, spelled);
  },
};

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
