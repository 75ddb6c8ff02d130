// @covers Database.close
import { Database } from "bun:sqlite";
import { attempt, show } from "./_print.ts";

const db = new Database(":memory:");
const query = db.query("SELECT 1 AS a");
db.close();
db.close();
attempt("statement", () => query.get());
attempt("query", () => db.query("SELECT 1 AS a"));
attempt("prepare", () => db.prepare("SELECT 1 AS a"));
attempt("run", () => db.run("SELECT 1"));
attempt("inTransaction", () => db.inTransaction);
attempt("serialize", () => db.serialize());
attempt("transaction", () => db.transaction(() => 1)());
show(db.filename);
