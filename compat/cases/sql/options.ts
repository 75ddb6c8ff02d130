// @covers Bun.SQL
import { SQL } from "bun";
import { attempt, print } from "../bun/_print.ts";

const variables = /^(PG|TLS_|DATABASE|POSTGRES|MYSQL|SQLITE|USER)/;
const given = { ...process.env };
function show(env: Record<string, string>, ...args: unknown[]): Promise<void> {
  for (const name of Object.keys(process.env)) if (variables.test(name)) delete process.env[name];
  Object.assign(process.env, env);
  return attempt(JSON.stringify([env, ...args]), () => {
    const { options } = Reflect.construct(SQL, args);
    const { adapter, hostname, port, username, password, database, tls, prepare, bigint, sslMode, max, idleTimeout, connectionTimeout, maxLifetime, path } = options;
    return { adapter, hostname, port, username, password, database, tls, prepare, bigint, sslMode, max, idleTimeout, connectionTimeout, maxLifetime, path };
  });
}

const names = ["DATABASE_URL", "TLS_DATABASE_URL", "POSTGRES_URL", "PGURL", "PG_URL", "TLS_POSTGRES_DATABASE_URL"];
for (const [at, one] of names.entries()) {
  await show({ [one]: `postgres://${one.toLowerCase()}@one:111/shop` });
  for (const other of names.slice(at + 1)) await show({ [other]: "postgres://other@two/x", [one]: "postgres://one@one/y" });
}
await show({ PGHOST: "ph", PGPORT: "77", PGUSER: "pu", PGPASSWORD: "pp", PGDATABASE: "pd", PGUSERNAME: "pun", USER: "us" });
await show({ PGUSER: "pu", USER: "us", USERNAME: "un" });
await show({ USER: "us", USERNAME: "un" });
await show({ USERNAME: "un" });
await show({ PGPASSWORD: "pw", PGDATABASE: "pd", PGPORT: "1", DATABASE_URL: "postgres://h" });
await show({ DATABASE_URL: "postgres://x@y/z" }, { hostname: "q" });
await show({ DATABASE_URL: "postgres://x@y:5/z" }, "postgres://k");
await show({ DATABASE_URL: "redis://x" });

for (const url of ["nonsense", "http://x", "postgres://", "oracle://x/y", "", "postgres://u@127.0.0.1:99999/d", "postgresql://h", "unix:///tmp/x", "pg://h", "postgres://u%40:p%3A@h:9/d%20b?sslmode=require&application_name=foo&max=3", "postgres://h/d?sslmode=verify-full", "postgres://h/d?sslmode=bad"]) await show({ USERNAME: "un" }, url);
for (const options of [
  { adapter: "foo" }, { port: "x" }, { max: 0 }, { max: -1 }, { max: 1e9 }, { idleTimeout: -1 }, { connectionTimeout: -1 }, { maxLifetime: -1 },
  { url: "http://" }, { url: "postgres://a@b/c", hostname: "o" }, { path: "/tmp/x" }, 5, null,
  { host: "h", user: "u", pass: "p", db: "d", port: "6", max: 3, idle_timeout: 4, tls: true, prepare: false, bigint: true, max_lifetime: 5, connect_timeout: 6 },
  { host: "h", username: "u", password: "p", database: "d", idleTimeout: 4, maxLifetime: 5, connectionTimeout: 3, tls: { rejectUnauthorized: false } },
]) await show({ USERNAME: "un" }, options);
await show({}, new URL("postgres://a@b/c"));
await show({}, "postgres://a@b/c", { max: 2 });
print("restored", Object.assign(process.env, given) === process.env);
