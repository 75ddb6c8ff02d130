// @covers Database.serialize
// @covers Database.deserialize
import { Database } from "bun:sqlite";
import { attempt, show } from "./_print.ts";

const db = new Database(":memory:");
db.run("CREATE TABLE t (x)");
db.run("INSERT INTO t VALUES (5)");
const image = db.serialize();
show(Buffer.isBuffer(image), image.length, image.toString("latin1", 0, 15));
using copy = Database.deserialize(image);
copy.run("INSERT INTO t VALUES (6)");
show(copy.filename, copy.query("SELECT x FROM t").values(), db.query("SELECT x FROM t").values());
attempt("read-only", () => Database.deserialize(image, { readonly: true }).run("DELETE FROM t"));
attempt("read-only by flag", () => Database.deserialize(image, true).run("DELETE FROM t"));
attempt("strict", () => Database.deserialize(image, { strict: true }).query("SELECT $a").get({}));
attempt("text", () => Reflect.apply(Database.deserialize, Database, ["x"]));
attempt("no database", () => Database.deserialize(new Uint8Array([1, 2, 3])).query("SELECT 1").get());
