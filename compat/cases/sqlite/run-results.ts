// @covers Database.run
import { Database } from "bun:sqlite";
import { attempt, show } from "./_print.ts";

const db = new Database(":memory:");
for (const sql of [
  "CREATE TABLE t (id INTEGER PRIMARY KEY, x)",
  "INSERT INTO t (x) VALUES (1), (2), (3)",
  "UPDATE t SET x = 0",
  "SELECT 1",
  "DELETE FROM t WHERE x = 9",
  "INSERT INTO t (x) VALUES (4) RETURNING id",
  "PRAGMA user_version",
  "INSERT INTO t (x) VALUES (5); INSERT INTO t (x) VALUES (6);",
  "CREATE TRIGGER after_t AFTER INSERT ON t BEGIN DELETE FROM t WHERE x < 0; END",
  "INSERT INTO t (x) VALUES (7), (-1)",
  "DELETE FROM t",
]) {
  show(sql, db.run(sql));
}
show(db.exec("INSERT INTO t (x) VALUES (?)", [8]), db.run("INSERT INTO t (x) VALUES ($x)", { x: 9 }));
show(db.run("INSERT INTO t (x) VALUES (?); INSERT INTO t (x) VALUES (?)", "first"), db.query("SELECT x FROM t").values());
for (const sql of ["", "  -- nothing", "SELEC 1"]) attempt("refused", () => db.run(sql));
attempt("unwanted", () => db.run("SELECT 1", 5));
attempt("unwanted to start with", () => db.prepare("SELECT 1", [5]));
attempt("partly", () => db.run("DELETE FROM t; nonsense"));
show(db.query("SELECT count(*) AS n FROM t").get());
