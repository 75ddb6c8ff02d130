import { Headers } from "./headers.js";
import { NativeHeaders } from "./native.js";

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

function add(prototype: object, name: string, property: PropertyDescriptor): void {
  if (name in prototype) return;
  Object.defineProperty(prototype, name, { enumerable: true, configurable: true, ...property });
}

/**
 * Adds what Bun's `Headers` and `FormData` have and the runtime's lack: results of `fetch()` show native
 * headers.
 */
export function installNativeExtras(): void {
  for (const [name, value] of Object.entries(headersExtras)) {
    add(NativeHeaders.prototype, name, { value, writable: true });
  }
  add(NativeHeaders.prototype, "count", {
    get(this: globalThis.Headers) {
      return new Headers(this).count;
    },
  });
  add(FormData.prototype, "toJSON", { value: formDataExtras.toJSON, writable: true });
  add(FormData.prototype, "length", {
    get(this: FormData) {
      return [...this.keys()].length;
    },
  });
}
