import { asOwn, rememberSource } from "./body.js";
import { decodeFormData } from "./form-data.js";
import { parseJson } from "./json.js";
import { NativeBlob } from "./native.js";

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

const { stream } = NativeBlob.prototype;

/** Adds what Bun's `Blob` has and the runtime's lacks: `json`, `bytes`, `formData`. */
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
  // A reply of an untouched stream is sent as the Blob it came from, with its length.
  Object.defineProperty(NativeBlob.prototype, "stream", {
    value: {
      stream(this: Blob): ReadableStream<Uint8Array<ArrayBuffer>> {
        const streamed: ReadableStream<Uint8Array<ArrayBuffer>> = Reflect.apply(stream, this, []);
        rememberSource(streamed, this);
        return asOwn(streamed);
      },
    }.stream,
    writable: true,
    configurable: true,
    enumerable: true,
  });
}
