// @covers Bun.sql
// @covers Bun.SQL
import { SQL, sql } from "bun";
import { attempt, print } from "../bun/_print.ts";

// Nothing listens on port 1.
for (const name of Object.keys(process.env)) if (/^(PG|TLS_|DATABASE|POSTGRES|MYSQL|SQLITE)/.test(name)) delete process.env[name];
process.env.DATABASE_URL = "postgres://bob:secret@127.0.0.1:1/shop";
const named = async (label: string, work: () => unknown) => {
  try {
    print(label, await work());
  } catch (error) {
    const { name, code, message } = error as NodeJS.ErrnoException;
    print(label, [name, code, message, error instanceof Error, error instanceof SQL.SQLError, error instanceof SQL.PostgresError]);
  }
};

await named("default", () => sql`SELECT version()`);
print("again", (await Promise.allSettled(Array.from({ length: 15 }, () => sql`SELECT ${1}`))).map((result) => result.status));
await named("unsafe", () => sql.unsafe("SELECT 1"));
await named("begin", () => sql.begin(async () => 1));
await named("reserve", () => sql.reserve());
await named("connect", () => sql.connect());
await attempt("begin without function", () => Reflect.apply(sql.begin, sql, []));
await attempt("file", () => sql.file("/no/such/file.sql"));

const query = sql`SELECT 1`;
print("query", [query instanceof Promise, query.constructor.name, query.active, query.cancelled]);
query.catch(() => {});
await named("query", () => query);

const own = new SQL("postgres://127.0.0.1:1/shop");
print("client", [typeof own, own instanceof SQL, own.name, typeof SQL, SQL.name]);
print("nested", typeof own`SELECT ${own("name")} FROM ${own("list")} WHERE id IN ${own([1, 2])}`.then);
print("end", await own.end());
print("end again", await own.close());
await named("closed", () => own`SELECT 1`);
