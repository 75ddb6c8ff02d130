// @covers Database
import { constants, Database } from "bun:sqlite";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { attempt, show } from "./_print.ts";

const folder = mkdtempSync(join(tmpdir(), "compat-sqlite-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
process.chdir(folder);

attempt("not made", () => new Database("a.db", { create: false }));
attempt("not made either", () => new Database("a.db", { readwrite: true }));
attempt("read-only", () => new Database("a.db", { readonly: true }));
attempt("no folder", () => new Database("none/a.db"));
attempt("both", () => new Database("a.db", { readonly: true, create: true }));
attempt("memory", () => new Database(":memory:", { readonly: true }));
attempt("flags", () => new Database(":memory:", 0));
attempt("number", () => Reflect.construct(Database, [5]));
{
  using db = new Database("a.db", { create: true });
  db.run("CREATE TABLE t (x)");
  db.run("INSERT INTO t VALUES (1)");
  show(db.query("PRAGMA journal_mode = WAL").get(), existsSync("a.db"), db.filename);
}
attempt("reads", () => new Database("a.db", { readonly: true }).query("SELECT * FROM t").all());
attempt("reads by flags", () => new Database("a.db", constants.SQLITE_OPEN_READONLY).query("SELECT * FROM t").all());
attempt("writes", () => new Database("a.db", { readonly: true }).run("INSERT INTO t VALUES (2)"));
writeFileSync("bad.db", "x".repeat(2000));
attempt("no database", () => new Database("bad.db").query("SELECT * FROM sqlite_master").all());
attempt("names", () => [new Database().filename, new Database("").filename, Database.open(":memory:").filename]);
