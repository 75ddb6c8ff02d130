import { fileRangeOf } from "./file.js";

/**
 * Lets a `Bun.file` keep its name in a form: the runtime's `FormData` knows names of `File` objects only, and a
 * server that gets a part with no file name takes it for an empty field.
 */
export function installFormFiles(): void {
  const { prototype } = FormData;
  for (const member of ["append", "set"] as const) {
    const original = prototype[member];
    Object.defineProperty(prototype, member, {
      value: new Proxy(original, {
        apply: (target, form, given: unknown[]) => Reflect.apply(target, form, named(given)),
      }),
    });
  }
}

function named(given: unknown[]): unknown[] {
  const [field, value, filename] = given;
  if (filename !== undefined || !(value instanceof Blob) || fileRangeOf(value) === null) return given;
  const name: unknown = Reflect.get(value, "name");
  return typeof name === "string" ? [field, value, name] : given;
}
