import { bodyAlreadyUsed } from "./errors.js";
import { Headers } from "./headers.js";
import { block, showAs, sizeText } from "./inspect.js";
import { NativeHeaders, NativeResponse } from "./native.js";

const headersExtras = {
  toJSON(this: globalThis.Headers): Record<string, string | string[]> {
    return new Headers(this).toJSON();
  },
  getAll(this: globalThis.Headers, name: "set-cookie" | "Set-Cookie"): string[] {
    return new Headers(this).getAll(name);
  },
};

const formDataExtras = {
  toJSON(this: FormData): Record<string, FormDataEntryValue | FormDataEntryValue[]> {
    const fields = new Map<string, FormDataEntryValue | FormDataEntryValue[]>();
    for (const name of new Set(this.keys())) {
      const values = this.getAll(name);
      fields.set(name, values.length === 1 && values[0] !== undefined ? values[0] : values);
    }
    return Object.fromEntries(fields);
  },
};

const parameterExtras = {
  toJSON(this: URLSearchParams): Record<string, string | string[]> {
    return Object.fromEntries(
      [...new Set(this.keys())].map((name): [string, string | string[]] => {
        const [first = "", ...others] = this.getAll(name);
        return [name, others.length === 0 ? first : [first, ...others]];
      }),
    );
  },
};

function add(prototype: object, name: string, property: PropertyDescriptor): void {
  if (name in prototype) return;
  Object.defineProperty(prototype, name, { enumerable: true, configurable: true, ...property });
}

/** Tells a failed read of what `fetch()` gave in Bun's words. */
export type ReadFailure = (error: unknown, url: string) => unknown;

/** A second read of what `fetch()` gave is refused in Bun's words, and so are reads that fail. */
function guardReads(failure: ReadFailure): void {
  for (const name of ["text", "json", "bytes", "arrayBuffer", "blob", "formData"]) {
    const read: unknown = Reflect.get(NativeResponse.prototype, name);
    if (typeof read !== "function") continue;
    const reader = {
      [name](this: globalThis.Response): unknown {
        if (this.bodyUsed || this.body?.locked === true) return Promise.reject(bodyAlreadyUsed());
        return Reflect.apply(read, this, []).catch((error: unknown) => {
          throw failure(error, this.url);
        });
      },
    };
    Object.defineProperty(NativeResponse.prototype, name, { value: reader[name] });
  }
}

/**
 * Adds what Bun's `Headers` and `FormData` have and the runtime's lack: results of `fetch()` show native
 * headers.
 */
export function installNativeExtras(failure: ReadFailure): void {
  for (const [name, value] of Object.entries(headersExtras)) {
    add(NativeHeaders.prototype, name, { value, writable: true });
  }
  add(NativeHeaders.prototype, "count", {
    get(this: globalThis.Headers) {
      return new Headers(this).count;
    },
  });
  add(URLSearchParams.prototype, "toJSON", { value: parameterExtras.toJSON, writable: true });
  add(URLSearchParams.prototype, "length", {
    get(this: URLSearchParams) {
      return this.size;
    },
  });
  guardReads(failure);
  showAs(NativeResponse.prototype, (response, show) => {
    const size = response.bodyUsed ? 0 : Number(response.headers.get("content-length") ?? 0);
    const lines = [
      `ok: ${response.ok},`,
      `url: ${JSON.stringify(response.url)},`,
      `status: ${response.status},`,
      `statusText: ${JSON.stringify(response.statusText)},`,
      `headers: ${show(response.headers)},`,
      `redirected: ${response.redirected},`,
      `bodyUsed: ${response.bodyUsed}${size === 0 ? "" : ","}`,
      ...(size === 0 ? [] : [`Blob (${sizeText(size)})`]),
    ];
    return `Response (${sizeText(size)}) ${block(lines)}`;
  });
  add(FormData.prototype, "toJSON", { value: formDataExtras.toJSON, writable: true });
  add(FormData.prototype, "length", {
    get(this: FormData) {
      return [...this.keys()].length;
    },
  });
}
