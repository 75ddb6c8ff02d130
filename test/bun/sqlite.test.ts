import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import type { Engine } from "../../src/bun/sqlite/engine.js";
import { Database, SQLiteError, Statement } from "../../src/bun/sqlite/index.js";
import { libsqlEngine } from "../../src/bun/sqlite/libsql-engine.js";
import { nodeEngine } from "../../src/bun/sqlite/node-engine.js";
import { statementsOf } from "../../src/bun/sqlite/sql-text.js";
import { toLiteral } from "../../src/bun/sqlite/value.js";

const folder = mkdtempSync(join(tmpdir(), "bunshim-sqlite-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const engines: [string, Engine][] = [];
const [builtIn, library] = [nodeEngine(), libsqlEngine()];
if (builtIn !== null) engines.push(["node:sqlite", builtIn]);
if (library !== null) engines.push(["libsql", library]);

describe.each(engines)("Engine on %s", (_, engine) => {
  it("refuses SQL that is wrong, with code and offset", () => {
    const connection = engine.open(":memory:", false);
    expect(() => connection.prepare("SELEC 1", [])).toThrow(
      expect.objectContaining({ name: "SQLiteError", code: "SQLITE_ERROR", errno: 1, byteOffset: 0 }),
    );
    connection.close();
  });

  it("refuses files that cannot be opened", () => {
    for (const [path, readonly] of [
      [join(folder, "none"), true],
      [join(folder, "none/a"), false],
    ] as const) {
      expect(() => engine.open(path, readonly)).toThrow(expect.objectContaining({ code: "SQLITE_CANTOPEN" }));
    }
  });

  it("refuses to write where it only reads", () => {
    const path = join(folder, `${Math.random()}.db`);
    const writer = engine.open(path, false);
    writer.prepare("CREATE TABLE t (x)", []).all([]);
    writer.close();
    const reader = engine.open(path, true);
    expect(() => reader.prepare("INSERT INTO t VALUES (1)", []).all([])).toThrow(
      expect.objectContaining({ code: "SQLITE_READONLY", errno: 8 }),
    );
    reader.close();
  });

  it("keeps every value, by name and by number", () => {
    const connection = engine.open(":memory:", false);
    const statement = connection.prepare("SELECT $a, ?, ?2, $a", ["$a", "?2"]);
    for (const value of [null, 1n, -(2n ** 63n), 1.5, -0, "é", "", new Uint8Array([1]), new Uint8Array(0)]) {
      expect(statement.all([value, 7n])).toEqual([[value, 7n, 7n, value]]);
    }
    connection.close();
  });

  it("leaves foreign keys alone and knows transactions", () => {
    const connection = engine.open(":memory:", false);
    expect(connection.prepare("PRAGMA foreign_keys", []).all([])).toEqual([[0n]]);
    connection.prepare("BEGIN", []).all([]);
    expect(connection.inTransaction).toBe(true);
    connection.prepare("COMMIT", []).all([]);
    expect(connection.inTransaction).toBe(false);
    connection.close();
  });

  it("gives rows one by one", () => {
    const connection = engine.open(":memory:", false);
    const rows = connection.prepare("SELECT 1 UNION SELECT 2", []).iterate([]);
    expect(rows.next()).toEqual({ done: false, value: [1n] });
    expect(rows.next()).toEqual({ done: false, value: [2n] });
    expect(rows.next().done).toBe(true);
    connection.close();
  });
});

describe("statementsOf", () => {
  it("finds no statement in comments and space", () => {
    expect([...statementsOf(" -- a\n/* ; */ ;; ")]).toEqual([]);
  });

  it("splits at semicolons outside of texts and triggers", () => {
    const trigger =
      "CREATE TEMP TRIGGER a AFTER INSERT ON t BEGIN SELECT 1; SELECT CASE 1 WHEN 1 THEN 2 END; END;";
    const all = ["SELECT ';', \";\";", trigger, " SELECT [;] -- ;"];
    expect([...statementsOf(all.join(""))].map(({ sql }) => sql)).toEqual(all);
  });

  it("numbers parameters as SQLite does", () => {
    const [statement] = statementsOf("SELECT ?, ?5, ?, :a, @a, $a, :a, '?', \"$b\" /* ? */");
    expect(statement?.names).toEqual([null, null, null, null, "?5", null, ":a", "@a", "$a"]);
    expect(statement?.spots.map(({ index }) => index)).toEqual([1, 5, 6, 7, 8, 9, 7]);
  });

  it("never fails, and loses no text of a statement", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."a;'\"?:$-/*[]\n 1") }), (text) => {
        const parts = [...statementsOf(text)].map(({ sql }) => sql);
        for (const part of parts) expect(text).toContain(part);
      }),
    );
  });
});

describe("toLiteral", () => {
  it("writes floats as SQLite does", () => {
    expect([0.1, 1e21, 1e-7, 123456789.125, -0, 2 ** 60, Infinity].map(toLiteral)).toEqual([
      "0.1",
      "1.0e+21",
      "1.0e-07",
      "123456789.125",
      "0.0",
      "1.15292150460685e+18",
      "Inf",
    ]);
  });
});

describe("Database", () => {
  it("refuses what is no filename", () => {
    expect(() => new Database(5)).toThrow(TypeError);
  });

  it("leaves no file behind for a database from bytes", () => {
    const before = readdirSync(tmpdir()).filter((name) => name.startsWith("bunshim-sqlite-")).length;
    using db = new Database(":memory:");
    db.run("CREATE TABLE t (x)");
    using copy = Database.deserialize(db.serialize());
    copy.run("INSERT INTO t VALUES (1)");
    expect(copy.query("SELECT x FROM t").all()).toEqual([{ x: 1 }]);
    const after = readdirSync(tmpdir()).filter((name) => name.startsWith("bunshim-sqlite-")).length;
    expect(after).toBe(before);
  });

  it("takes a path that looks like a URI for a path", () => {
    const path = join(folder, "uri.db");
    expect(() => new Database(`file://${path}`)).toThrow("unable to open database file");
    expect(existsSync(path)).toBe(false);
  });

  it("keeps at most MAX_QUERY_CACHE_SIZE queries", () => {
    using db = new Database();
    for (let index = 0; index < Database.MAX_QUERY_CACHE_SIZE; index++) db.query(`SELECT ${index}`);
    expect(db.query("SELECT 0")).toBe(db.query("SELECT 0"));
    expect(db.query("SELECT 'more'")).not.toBe(db.query("SELECT 'more'"));
    db.clearQueryCache();
    expect(db.query("SELECT 'more'")).toBe(db.query("SELECT 'more'"));
  });

  it("counts the changes of 64-bit row ids", () => {
    using db = new Database(":memory:", { safeIntegers: true });
    db.run("CREATE TABLE t (id INTEGER PRIMARY KEY)");
    expect(db.run("INSERT INTO t VALUES (9007199254740993)")).toEqual({
      changes: 1,
      lastInsertRowid: 9007199254740993n,
    });
  });
});

describe("SQLiteError", () => {
  it("is made by SQLite alone", () => {
    expect(() => new SQLiteError("x")).toThrow("can only be constructed by bun:sqlite");
  });
});

describe("Statement", () => {
  it("ends an iteration that is left early", () => {
    using db = new Database();
    db.run("CREATE TABLE t (x)");
    db.run("INSERT INTO t VALUES (1), (2)");
    const rows = db.query("SELECT x FROM t");
    expect(rows).toBeInstanceOf(Statement);
    for (const _ of rows) break;
    expect(db.run("DROP TABLE t").changes).toBe(0);
  });
});
