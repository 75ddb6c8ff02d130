// @covers Statement.iterate
import { Database } from "bun:sqlite";
import { show } from "./_print.ts";

const db = new Database(":memory:");
db.run("CREATE TABLE t (x)");
db.run("INSERT INTO t VALUES (1), (2), (3)");
const rows = db.query("SELECT x FROM t WHERE x > ?");
show([...rows.iterate(1)], [...rows]);
for (const row of rows.iterate(0)) {
  show(row, db.query("SELECT count(*) AS n FROM t").get());
  break;
}
show(rows.all(2));
const rest = rows.iterate(0);
show(rest.next());
rows.all(0);
try {
  rest.next();
} catch (error) {
  show(String(error));
}
