import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SQLClient } from "../../../src/bun/sql/client.js";
import { SQL, sql } from "../../../src/bun/sql/sql.js";

const url = process.env.BUNSHIM_TEST_POSTGRES;

describe("SQL", () => {
  it("rejects every use of a server that is not there", async () => {
    const client = new SQL("postgres://127.0.0.1:1/shop");
    const refused = {
      name: "PostgresError",
      code: "ERR_POSTGRES_CONNECTION_REFUSED",
      message: "Failed to connect",
    };
    await expect(client`SELECT 1`).rejects.toMatchObject(refused);
    await expect(client.unsafe("SELECT 1")).rejects.toMatchObject(refused);
    await expect(client.begin(() => 1)).rejects.toMatchObject(refused);
    await expect(client.reserve()).rejects.toMatchObject(refused);
    await expect(client.connect()).rejects.toBeInstanceOf(SQL.PostgresError);
  });

  it("answers more refusals than the pool has connections", async () => {
    const client = new SQL("postgres://127.0.0.1:1/shop", { max: 2 });
    const results = await Promise.allSettled(Array.from({ length: 9 }, () => client`SELECT 1`));
    expect(results.every(({ status }) => status === "rejected")).toBe(true);
  });

  it("rejects after its end, which may come twice", async () => {
    const client = new SQL("postgres://127.0.0.1:1/shop");
    await client.end();
    await client.close();
    await expect(client`SELECT 1`).rejects.toMatchObject({ code: "ERR_POSTGRES_CONNECTION_CLOSED" });
  });

  it("rejects a file that is missing with the error of the file system", async () => {
    const client = new SQL("postgres://127.0.0.1:1/shop");
    await expect(client.file("/no/such/file.sql")).rejects.toMatchObject({ code: "ENOENT", syscall: "open" });
  });

  it("builds clients with and without new", () => {
    const client = SQL("postgres://127.0.0.1:1/shop");
    expect(client).toBeInstanceOf(SQL);
    expect(client.options.database).toBe("shop");
    expect(sql).toBeInstanceOf(SQL);
  });

  it("does not run, nor load the driver, before somebody waits", () => {
    const entry = new URL("../../../src/bun/sql/sql.ts", import.meta.url).href;
    const program = `
      const { sql } = await import(${JSON.stringify(entry)});
      sql\`SELECT 1\`;
      const { createRequire } = await import("node:module");
      const { cache, resolve } = createRequire(${JSON.stringify(entry)});
      console.log(resolve("postgres") in cache);`;
    const loader = fileURLToPath(import.meta.resolve("tsx"));
    const output = execFileSync(process.execPath, ["--import", loader, "--input-type=module", "-e", program]);
    expect(String(output).trim()).toBe("false");
  });
});

const needs =
  url === undefined ? " (skipped: needs a PostgreSQL server, its URL in BUNSHIM_TEST_POSTGRES)" : "";
/** What the console shows beside the rows is no part of them. */
function rowsOf(result: unknown): unknown[] {
  if (!Array.isArray(result)) throw new TypeError("rows are an array");
  return Array.from(result);
}

describe.skipIf(url === undefined)(`SQL with a server${needs}`, () => {
  let client: SQLClient;
  beforeAll(async () => {
    client = new SQL(url ?? "");
    await client.unsafe(
      "DROP TABLE IF EXISTS bunshim_items; CREATE TABLE bunshim_items (id int PRIMARY KEY, name text)",
    );
  });
  afterAll(async () => {
    await client`DROP TABLE bunshim_items`;
    await client.end();
  });

  it("rejects with the server's error", async () => {
    await expect(client`SELEC 1`).rejects.toMatchObject({
      code: "ERR_POSTGRES_SYNTAX_ERROR",
      errno: "42601",
    });
    await expect(client`SELECT 1/0`).rejects.toMatchObject({
      code: "ERR_POSTGRES_SERVER_ERROR",
      errno: "22012",
    });
  });

  it("gives parameters the types that Bun gives them", async () => {
    const date = new Date(0);
    const rows = client`SELECT ${1} a, ${1.5} b, ${"x"} c, ${null} d, ${date}::timestamptz e, ${{ a: 1 }}::jsonb f, ${7n} g`;
    expect(rowsOf(await rows)).toMatchObject([
      { a: 1, b: 1.5, c: "x", d: null, e: date, f: { a: 1 }, g: "7" },
    ]);
  });

  it("gives times without zone as UTC, and infinity as a number", async () => {
    const rows = client`SELECT '2024-01-02 03:04:05'::timestamp a, 'infinity'::timestamptz b`;
    expect(rowsOf(await rows)).toMatchObject([
      { a: new Date("2024-01-02T03:04:05Z"), b: Number.POSITIVE_INFINITY },
    ]);
  });

  it("writes rows and lists through helpers", async () => {
    await client`INSERT INTO bunshim_items ${client([
      { id: 1, name: "a" },
      { id: 2, name: "b" },
    ])}`;
    await client`UPDATE bunshim_items SET ${client({ name: "c" })} WHERE id = ${2}`;
    const rows =
      await client`SELECT ${client("name")} FROM ${client("bunshim_items")} WHERE id IN ${client([1, 2])}`.values();
    expect(rowsOf(rows)).toMatchObject([["a"], ["c"]]);
    expect([rows.count, rows.command]).toEqual([2, "SELECT"]);
  });

  it("rolls a failed transaction back, and ends its client", async () => {
    let kept: unknown;
    const failing = client.begin(async (inner) => {
      kept = inner;
      await inner`INSERT INTO bunshim_items VALUES (9, 'x')`;
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect(await client`SELECT 1 FROM bunshim_items WHERE id = 9`).toHaveLength(0);
    if (typeof kept !== "function") throw new Error("no client");
    await expect(kept`SELECT 1`).rejects.toMatchObject({ code: "ERR_POSTGRES_INVALID_TRANSACTION_STATE" });
  });

  it("goes on after a failed savepoint", async () => {
    const rows = await client.begin(async (inner) => {
      await expect(inner.savepoint((part) => part`nope`)).rejects.toMatchObject({ errno: "42601" });
      return inner`SELECT 1 a`;
    });
    expect(rowsOf(rows)).toMatchObject([{ a: 1 }]);
  });

  it("waits at its end for what runs", async () => {
    const own = new SQL(url ?? "");
    const query = own`SELECT pg_sleep(0.1), 1 a`.execute();
    await own.end();
    expect(rowsOf(await query)).toMatchObject([{ a: 1 }]);
  });
});
