// @covers SQLiteError
import { Database, SQLiteError } from "bun:sqlite";
import { show } from "./_print.ts";

const db = new Database(":memory:");
db.run("CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT UNIQUE NOT NULL CHECK (length(name) < 4))");
db.run("CREATE TABLE child (t REFERENCES t(id))");
db.run("INSERT INTO t VALUES (1, 'a')");
for (const sql of [
  "INSERT INTO t VALUES (1, 'b')",
  "INSERT INTO t VALUES (2, 'a')",
  "INSERT INTO t VALUES (2, NULL)",
  "INSERT INTO t VALUES (2, 'aaaa')",
  "SELEC 1",
  "SELECT * FROM nope",
  "SELECT nope FROM t",
  "COMMIT",
]) {
  try {
    db.run(sql);
  } catch (error) {
    if (!(error instanceof SQLiteError)) throw error;
    show(error.name, error.message, error.code, error.errno, error.byteOffset, JSON.stringify(error));
  }
}
show(db.run("INSERT INTO child VALUES (99)").changes, String(new Error("x") instanceof SQLiteError));
