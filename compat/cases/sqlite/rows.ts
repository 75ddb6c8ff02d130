// @covers Statement.all
// @covers Statement.values
// @covers Statement.raw
import { Database } from "bun:sqlite";
import { show } from "./_print.ts";

const db = new Database(":memory:");
db.run("CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT, size REAL, data BLOB)");
db.run("INSERT INTO t VALUES (1, 'a', 1.5, x'0102'), (2, NULL, 2, NULL)");
const all = db.query("SELECT * FROM t");
show(all.all(), all.get(), all.values(), all.raw());
show(all.columnNames, all.columnTypes, all.declaredTypes, all.reader);
const none = db.query("SELECT * FROM t WHERE id = 9");
show(none.all(), none.get(), none.values());
const insert = db.query("INSERT INTO t (name) VALUES ('b')");
show(insert.all(), insert.get(), insert.values(), insert.reader, insert.columnNames);
show(db.query("INSERT INTO t (name) VALUES ('c') RETURNING id, name").get());
show(db.query("SELECT 1 AS a, 2 AS a").get(), db.query("SELECT 1 AS b, 2 AS '1'").get());
show(Object.keys(Object(db.query("SELECT 1 AS __proto__, 2 AS constructor").get())));

for (const sql of [
  "PRAGMA user_version",
  "PRAGMA user_version = 4",
  "BEGIN",
  "WITH q AS (SELECT 1) SELECT * FROM q",
  "INSERT INTO t (name) VALUES ('d') RETURNING id",
]) {
  const statement = db.prepare(sql);
  show(sql, statement.reader, statement.readonly);
}
