import { randomUUID } from "node:crypto";
import { closeSync, constants, existsSync, openSync, unlinkSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TlsContext } from "../tls-context.js";
import type { UwsTlsOptions } from "./types.js";

/** Memory on Linux; what is written there never reaches a disk. */
const MEMORY = "/dev/shm";

/**
 * The engine reads key and certificate from files only. They get files without a name, open only while `use`
 * runs: nothing of them is left in any folder.
 */
export function withTlsFiles<T>(context: TlsContext, use: (options: UwsTlsOptions) => T): T {
  const open: number[] = [];
  const named = (text: string): string => {
    const descriptor = namelessFile(text);
    open.push(descriptor);
    // Opening this name opens the file anew, from its start.
    return process.platform === "linux" ? `/proc/self/fd/${descriptor}` : `/dev/fd/${descriptor}`;
  };
  try {
    const options: UwsTlsOptions = { ssl_prefer_low_memory_usage: context.lowMemoryMode };
    if (context.key !== null) options.key_file_name = named(context.key);
    if (context.cert !== null) options.cert_file_name = named(context.cert);
    if (context.ciphers !== null) options.ssl_ciphers = context.ciphers;
    return use(options);
  } finally {
    for (const descriptor of open) closeSync(descriptor);
  }
}

/** A descriptor of a file that has lost its name before anything is written to it. */
function namelessFile(text: string): number {
  const path = join(existsSync(MEMORY) ? MEMORY : tmpdir(), `bunshim-${randomUUID()}`);
  const { O_RDWR, O_CREAT, O_EXCL } = constants;
  const descriptor = openSync(path, O_RDWR | O_CREAT | O_EXCL, 0o600);
  unlinkSync(path);
  writeSync(descriptor, text, 0, "latin1");
  return descriptor;
}
