import { chmodSync, unlinkSync } from "node:fs";
import process from "node:process";

/** What stands before an app and has to go when it stops listening. */
export interface Front {
  close(): void;
  ref(): void;
  unref(): void;
}

/** The file of a unix socket that the engine has just bound. The engine leaves it behind; Bun removes it. */
export function socketFile(bound: string): Front {
  // The system reads a path up to its first NUL.
  const [path = bound] = bound.split("\0", 1);
  // The engine takes all rights from everybody else, the system (and Bun) only those in the umask.
  chmodSync(path, 0o777 & ~process.umask());
  return {
    close() {
      try {
        // As Bun and Node.js: whatever is there by now.
        unlinkSync(path);
      } catch {
        // It is gone already, or out of reach: nothing is left to do.
      }
    },
    ref() {},
    unref() {},
  };
}
