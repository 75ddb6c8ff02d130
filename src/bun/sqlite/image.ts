import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Connection, sqliteEngine } from "./engine.js";

/** The bytes of a database's file. */
export function imageOf(connection: Connection): Uint8Array {
  return (
    connection.serialize() ??
    inFolder((folder) => {
      const path = join(folder, "image.db");
      connection.prepare("VACUUM INTO ?", [null]).all([path]);
      return readFileSync(path);
    })
  );
}

/** A database from the bytes of a file. Its own file has no name: it goes with the connection. */
export function openImage(image: Uint8Array, readonly: boolean): Connection {
  return inFolder((folder) => {
    const path = join(folder, "image.db");
    writeFileSync(path, image);
    const connection = sqliteEngine().open(path, readonly);
    // No journal beside a file that is gone; this also has the engine open it now.
    connection.prepare("PRAGMA journal_mode = MEMORY", []).all([]);
    return connection;
  });
}

function inFolder<Result>(use: (folder: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), "bunshim-sqlite-"));
  try {
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
