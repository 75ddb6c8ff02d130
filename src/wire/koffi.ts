import { createRequire } from "node:module";

/** A C function. Pointers are numbers: user space ends far below 2^53. */
export type NativeFunction = (...values: (number | Uint8Array)[]) => number;

/** The part of koffi, an optional dependency, that is used here. */
export interface Koffi {
  /** Null: what the process itself has, as libc. */
  load(library: string | null): { func(declaration: string): NativeFunction };
  errno(): number;
  /** Where the bytes of a view are. */
  address(bytes: Uint8Array): bigint;
  /** The memory itself, not a copy of it: what is read there must stay mapped as long as this is. */
  view(address: bigint, length: number): ArrayBuffer;
}

let koffi: Koffi | null | undefined;

/** Null where koffi is not installed or has no binary for this machine. Loading it takes some 20 ms. */
export function loadKoffi(): Koffi | null {
  if (koffi === undefined) {
    try {
      koffi = required();
    } catch {
      koffi = null;
    }
  }
  return koffi;
}

function required(): Koffi {
  return createRequire(import.meta.url)("koffi");
}
