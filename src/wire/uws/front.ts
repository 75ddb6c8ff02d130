import { chmodSync, lstatSync, unlinkSync } from "node:fs";
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
  const { dev, ino } = lstatSync(path);
  return {
    close() {
      try {
        const found = lstatSync(path);
        // Somebody else's by now, if it is another file.
        if (found.dev === dev && found.ino === ino) unlinkSync(path);
      } catch {
        // It is gone already, or out of reach: nothing is left to do.
      }
    },
    ref() {},
    unref() {},
  };
}
