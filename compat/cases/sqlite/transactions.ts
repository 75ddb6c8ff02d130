// @covers Database.transaction
import { Database } from "bun:sqlite";
import { attempt, show } from "./_print.ts";

const db = new Database(":memory:");
db.run("CREATE TABLE t (x UNIQUE)");
const insert = db.prepare("INSERT INTO t VALUES (?)");
const many = db.transaction((...values: number[]) => {
  for (const value of values) insert.run(value);
  return [values.length, db.inTransaction];
});
const content = () => db.query("SELECT x FROM t").values().flat();
attempt("commits", () => many(1, 2));
attempt("takes back", () => many(3, 1));
show(content(), db.inTransaction);
const outer = db.transaction(() => {
  insert.run(4);
  attempt("inner", () => many(5, 1));
  many(6);
});
outer();
show(content());
for (const mode of ["deferred", "immediate", "exclusive"] as const) attempt(mode, () => many[mode](mode.length));
attempt("by hand", () => db.run("BEGIN") && db.inTransaction);
attempt("end by hand", () => db.run("COMMIT") && db.inTransaction);
attempt("ended inside", () => db.transaction(() => db.run("ROLLBACK"))());
attempt("no function", () => Reflect.apply(db.transaction, db, [5]));
show(content(), many.name, Object.keys(many));
const self = db.transaction(function (this: unknown) {
  return this;
});
show(self.call({ a: 1 }));
