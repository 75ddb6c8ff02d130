import { describe, expect, it } from "vitest";
import { expandVariables, parseDotenv } from "../../src/runtime/dotenv.js";
import { freePort, project, run } from "./program-run.js";

const values = (source: string) => Object.fromEntries(parseDotenv(source));

describe("parseDotenv", () => {
  it("passes over lines that assign nothing", () => {
    expect(values("NAME\n# A=1\n: x\nB:1\n=2\n")).toEqual({});
  });

  it("takes an unterminated quote as part of the value", () => {
    expect(values('A="open\nB=1')).toEqual({ A: '"open', B: "1" });
  });

  it.each([
    ["A=b # comment", "b"],
    ["A=b#comment", "b"],
    ["A = b  ", "b"],
    ["export A=b", "b"],
    ["A=", ""],
    ['A="b # c" # d', "b # c"],
    ['A="b\\nc\\rd\\te"', "b\nc\rd\\te"],
    ["A='b\\nc'", "b\\nc"],
    ["A=`b\nc`", "b\nc"],
    ['A="b\nc"', "b\nc"],
    ['A="b \\" c"', 'b \\" c'],
    ["A='b'c", "b"],
    ['A=b"c"', 'b"c"'],
    ["A=1\r\n", "1"],
    ["\uFEFFA=1", "1"],
    ["A=1\nA=2", "2"],
  ])("reads %j", (source, value) => {
    expect(values(source)).toEqual({ A: value });
  });
});

describe("expandVariables", () => {
  it.each([
    [`$A-\${A}`, "1-1"],
    [`\${NONE:-x}\${A:-x}`, "x1"],
    [`\${NONE:-\${A}}`, "1"],
    ["$NONE", ""],
    ["\\$A", "$A"],
    ["$$A", "$1"],
    [`\${ A } \${A \${A-x}`, `\${ A } \${A \${A-x}`],
    ["5$ 5", "5$ 5"],
  ])("makes of %j %j", (value, expanded) => {
    expect(expandVariables(value, (name) => (name === "A" ? "1" : undefined))).toBe(expanded);
  });
});

describe("bunshim and .env", () => {
  const names = [".env", ".env.local", ".env.development", ".env.production", ".env.test"];
  const files = Object.fromEntries(
    [...names, ...names.slice(2).map((name) => `${name}.local`)].map((name) => [
      name,
      `HAS${name.replaceAll(".", "_")}=1\nLAST=${name}\nSHELL_VALUE=file\n`,
    ]),
  );
  const program =
    "console.log(Object.keys(process.env).filter((n) => n.startsWith('HAS_')).sort().join(' '), process.env.LAST, process.env.SHELL_VALUE)";

  it.each([
    [
      "development",
      {},
      "HAS_env HAS_env_development HAS_env_development_local HAS_env_local .env.development.local",
    ],
    [
      "production",
      { NODE_ENV: "production" },
      "HAS_env HAS_env_local HAS_env_production HAS_env_production_local .env.production.local",
    ],
    ["test", { NODE_ENV: "test" }, "HAS_env HAS_env_test HAS_env_test_local .env.test.local"],
  ])("loads the files of %s, and keeps what is set", async (_, env, expected) => {
    const cwd = project({ ...files, "a.ts": program });
    const { stdout } = await run(["a.ts"], { cwd, env: { ...env, SHELL_VALUE: "shell" } });
    expect(stdout).toBe(`${expected} shell\n`);
  });

  it("loads only the files named by --env-file", async () => {
    const cwd = project({ ...files, "a.ts": program });
    expect((await run(["--env-file=.env.test", "--env-file", ".env", "a.ts"], { cwd })).stdout).toBe(
      "HAS_env HAS_env_test .env file\n",
    );
  });

  it("loads none with --no-env-file", async () => {
    const cwd = project({ ...files, "a.ts": program });
    expect((await run(["--no-env-file", "a.ts"], { cwd })).stdout).toBe(" undefined undefined\n");
  });

  it("reads the port of servers from it", async () => {
    const port = await freePort();
    const cwd = project({
      ".env": `PORT=${port}`,
      "a.ts": "const s = Bun.serve({ fetch: () => new Response() }); console.log(s.port); s.stop(true);",
    });
    expect((await run(["a.ts"], { cwd })).stdout).toBe(`${port}\n`);
  });
});
