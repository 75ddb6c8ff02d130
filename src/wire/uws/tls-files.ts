import { randomUUID } from "node:crypto";
import { closeSync, constants, existsSync, openSync, unlinkSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
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
    const name = process.platform === "linux" ? `/proc/self/fd/${descriptor}` : `/dev/fd/${descriptor}`;
    if (!existsSync(name))
      throw new Error(`${FILES_ONLY} ${dirname(name)} is not there. Mount it, ${OR_NODE}`);
    return name;
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

const FILES_ONLY = "uWebSockets.js reads TLS keys from files only, and";
const OR_NODE = "or set BUNSHIM_WIRE=node";

/** A descriptor of a file that has lost its name before anything is written to it. */
function namelessFile(text: string): number {
  const descriptor = newFile(MEMORY) ?? newFile(tmpdir());
  if (descriptor === null) {
    throw new Error(
      `${FILES_ONLY} none can be made in ${MEMORY} or ${tmpdir()}. Make one writable, ${OR_NODE}`,
    );
  }
  writeSync(descriptor, text, 0, "latin1");
  return descriptor;
}

/** Null where none can be made. */
function newFile(folder: string): number | null {
  const path = join(folder, `bunshim-${randomUUID()}`);
  const { O_RDWR, O_CREAT, O_EXCL } = constants;
  try {
    const descriptor = openSync(path, O_RDWR | O_CREAT | O_EXCL, 0o600);
    unlinkSync(path);
    return descriptor;
  } catch {
    return null;
  }
}
