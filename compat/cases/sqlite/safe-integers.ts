// @covers Statement.safeIntegers
import { Database } from "bun:sqlite";
import { attempt, show } from "./_print.ts";

const db = new Database(":memory:", { safeIntegers: true });
db.run("CREATE TABLE t (id INTEGER PRIMARY KEY)");
show(db.run("INSERT INTO t DEFAULT VALUES"), db.query("SELECT id, 1.5 AS f FROM t").all());
attempt("over", () => db.query("SELECT ? AS a").get(2n ** 64n));
const big = new Database(":memory:").prepare("SELECT 9223372036854775807 AS a");
show(big.safeIntegers(), big.get(), big.safeIntegers(true) === big, big.get(), big.values());
show(db.prepare("SELECT 1 AS a").safeIntegers(false).get(), db.prepare("SELECT 1").safeIntegers());
