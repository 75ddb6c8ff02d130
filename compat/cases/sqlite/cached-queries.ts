// @covers Database.query
// @covers Database.prepare
// @covers Statement.finalize
import { Database } from "bun:sqlite";
import { attempt, show } from "./_print.ts";

const db = new Database(":memory:");
show(db.query("SELECT 1") === db.query("SELECT 1"), db.prepare("SELECT 1") === db.prepare("SELECT 1"));
const query = db.query("SELECT 7 AS x");
query.finalize();
query.finalize();
show(query.isFinalized, query.toString() === "", db.query("SELECT 7 AS x").get());
attempt("get", () => query.get());
attempt("run", () => query.run());
attempt("names", () => query.columnNames);
for (const sql of ["", "  ", "SELECT 1 AS a; SELECT 2 AS b"]) attempt("text", () => db.query(sql).all());
const text = db.prepare("SELECT $a AS a, ?, '?' ;");
show(text.toString());
text.get({ $a: "it's", 1: 1e21 });
show(text.toString(), JSON.stringify(text));
