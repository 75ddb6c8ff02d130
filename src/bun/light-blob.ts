/** How Node marks its blobs: symbols, under which the native part, its length and its type are kept. */
const marks = Object.getOwnPropertySymbols(new Blob([]));

type Declared = "size" | "type" | "arrayBuffer" | "bytes" | "slice" | "stream" | "text" | "json" | "formData";

/**
 * What a `Blob` has. Declared here because subclasses have accessors, which TypeScript refuses where the types of
 * Node.js make `Blob` a class with fields. Newer types, and those of Bun, know more members.
 */
interface BlobMembers extends Omit<Blob, Declared> {
  readonly size: number;
  readonly type: string;
  arrayBuffer(): Promise<ArrayBuffer>;
  bytes(): Promise<Uint8Array<ArrayBuffer>>;
  slice(start?: number, end?: number, contentType?: string): Blob;
  stream(): ReturnType<Blob["stream"]>;
  text(): Promise<string>;
}

/**
 * `Blob` as a base class whose instances get no native part: making one costs more than everything else about
 * a lazy file, and a file needs it only when native code asks. Where Node keeps the native part out of sight,
 * instances get an empty one.
 */
export const LightBlob: new () => BlobMembers = new Proxy(Blob, {
  construct: (target, _parameters, instance) =>
    marks.length === 0 ? Reflect.construct(target, [[]], instance) : Reflect.construct(Object, [], instance),
});

/**
 * Lets `new Blob([file])`, `new File([file], …)`, `FormData` and `URL.createObjectURL` see content: when they
 * look for the native part of an instance, they get that of the blob that `nativeOf` returns.
 */
export function lendNativePart<T extends Blob>(prototype: T, nativeOf: (instance: T) => Blob): void {
  for (const mark of marks) {
    Object.defineProperty(prototype, mark, {
      get(this: T): unknown {
        return this === prototype ? undefined : Reflect.get(nativeOf(this), mark);
      },
      configurable: true,
    });
  }
}
