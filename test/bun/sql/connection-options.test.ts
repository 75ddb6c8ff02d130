import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { connectionTarget } from "../../../src/bun/sql/connection-options.js";

describe("connectionTarget", () => {
  beforeEach(() => {
    for (const name of Object.keys(process.env)) {
      if (/^(PG|TLS_|DATABASE|POSTGRES|MYSQL|SQLITE|USER)/.test(name)) vi.stubEnv(name, undefined);
    }
  });
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  it("names the adapter that is missing", () => {
    for (const url of ["mysql://h/d", "mariadb://h/d", "sqlite://file.db", "file:x.db", ":memory:"]) {
      expect(() => connectionTarget(url), url).toThrow(/adapter of Bun\.SQL is missing in bunshim/);
    }
    expect(() => connectionTarget({ adapter: "mysql" })).toThrow("The mysql adapter of Bun.SQL is missing");
    vi.stubEnv("DATABASE_URL", "mysql://h/d");
    expect(() => connectionTarget()).toThrow("The mysql adapter of Bun.SQL is missing");
  });

  it("refuses options out of their range", () => {
    for (const options of [
      { max: 0 },
      { port: "x" },
      { port: 70000 },
      { idleTimeout: -1 },
      { connectionTimeout: -1 },
    ]) {
      expect(() => connectionTarget(options)).toThrow(
        expect.objectContaining({ code: "ERR_INVALID_ARG_VALUE" }),
      );
    }
    expect(() => connectionTarget("postgres://h?sslmode=bad")).toThrow("sslmode");
    expect(() => connectionTarget("postgres://h:99999/d")).toThrow(
      expect.objectContaining({ code: "ERR_INVALID_URL" }),
    );
  });

  it("prefers arguments to the URL and the URL to variables", () => {
    vi.stubEnv("PGPASSWORD", "variable");
    const { options, session } = connectionTarget("postgres://bob@h:9/d%20b?application_name=foo&max=3", {
      hostname: "own",
    });
    expect(options).toMatchObject({
      hostname: "own",
      port: 9,
      username: "bob",
      password: "variable",
      database: "d b",
    });
    expect(options.max).toBe(3);
    expect(session).toEqual({ application_name: "foo" });
  });

  it("takes times in seconds and keeps them in milliseconds", () => {
    const { options } = connectionTarget({ idleTimeout: 1, max_lifetime: 2, connect_timeout: 3 });
    expect(options).toMatchObject({ idleTimeout: 1000, maxLifetime: 2000, connectionTimeout: 3000 });
  });
});
