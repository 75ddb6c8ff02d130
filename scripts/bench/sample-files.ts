import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { RESULTS } from "./paths.js";

export const FILE_100_KIB = join(RESULTS, "sample-100k.bin");
export const FILE_8_MIB = join(RESULTS, "sample-8m.bin");

/** Writes the files that the file workloads send. */
export function writeSampleFiles(): void {
  mkdirSync(RESULTS, { recursive: true });
  writeFileSync(FILE_100_KIB, Buffer.alloc(100 * 1024, "100 KiB of a file. "));
  writeFileSync(FILE_8_MIB, Buffer.alloc(8 * 1024 * 1024, "8 MiB of a file. "));
}
