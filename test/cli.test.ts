import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { freePort, project, run } from "./runtime/program-run.js";

const { version } = JSON.parse(readFileSync("package.json", "utf8"));

describe("bunshim", () => {
  it("refuses a flag it does not know, in one line", async () => {
    const cwd = project({ "a.ts": "" });
    expect(await run(["--nope", "a.ts"], { cwd })).toMatchObject({
      code: 1,
      stdout: "",
      stderr: "error: Unknown option '--nope'\n",
    });
  });

  it.each(["abc", "-1", "65536", "1.5", ""])("refuses the port %j", async (port) => {
    const { code, stderr } = await run([`--port=${port}`, "a.ts"], { cwd: project({ "a.ts": "" }) });
    expect(code).toBe(1);
    expect(stderr).toBe(
      `error: The value of "--port" is out of range. It must be >= 0 and <= 65535. Received ${port}\n`,
    );
  });

  it.each([
    ["./none.ts", "Module"],
    ["none.ts", "Module"],
    ["none", "Script"],
    ["folder", "Script"],
    ["./folder", "Module"],
  ])("says that %s is not there", async (target, what) => {
    const cwd = project({ "folder/other.txt": "" });
    expect(await run([target], { cwd })).toMatchObject({
      code: 1,
      stderr: `error: ${what} not found "${target}"\n`,
    });
  });

  it.each(["./none", "./file.txt"])("says that it cannot change to the folder %s", async (folder) => {
    const cwd = project({ "file.txt": "" });
    const { code, stderr } = await run([`--cwd=${folder}`, "a.ts"], { cwd });
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^error: Could not change directory to "[^"]+" \((ENOENT: no such file|ENOTDIR: not a) [^\n]*\)\n$/,
    );
  });

  it("prints help without a file, and with --help", async () => {
    const cwd = project({});
    const { code, stdout } = await run([], { cwd });
    expect(code).toBe(0);
    expect(stdout).toContain("Usage: bunshim");
    expect((await run(["--help"], { cwd })).stdout).toBe(stdout);
    expect((await run(["run"], { cwd })).stdout).toBe(stdout);
  });

  it.each(["--version", "-v"])("prints its version for %s, then what it runs on", async (flag) => {
    const { code, stdout } = await run([flag], { cwd: project({}) });
    expect(code).toBe(0);
    const [first, ...facts] = stdout.split("\n");
    expect(first).toBe(version);
    expect(facts[0]).toContain(process.version);
    for (const name of ["system", "libc", "engine"]) {
      expect(facts.some((line) => line.startsWith(`${name} `))).toBe(true);
    }
  });

  it("hands arguments behind the file to the program", async () => {
    const cwd = project({ "a.ts": "console.log(JSON.stringify(process.argv.slice(1)))" });
    const { stdout } = await run(["run", "./a.ts", "--port", "5", "--", "-x", "--help"], { cwd });
    expect(JSON.parse(stdout)).toEqual([`${cwd}/a.ts`, "--port", "5", "--", "-x", "--help"]);
  });

  it("finds a file by its name without extension", async () => {
    const cwd = project({ "a.ts": "console.log('found')" });
    expect((await run(["a"], { cwd })).stdout).toBe("found\n");
  });

  it("takes --port where nothing else names one", async () => {
    const cwd = project({
      "a.ts": "const s = Bun.serve({ fetch: () => new Response() }); console.log(s.port); s.stop(true);",
    });
    const [port, wanted] = [String(await freePort()), String(await freePort())];
    expect((await run(["--port", port, "a.ts"], { cwd })).stdout).toBe(`${port}\n`);
    const other = await run(["--port", port, "a.ts"], { cwd, env: { PORT: wanted } });
    expect(other.stdout).toBe(`${wanted}\n`);
  });

  it("changes the folder for --cwd", async () => {
    const cwd = project({ "sub/a.ts": "console.log(process.cwd())" });
    expect((await run(["--cwd=sub", "a.ts"], { cwd })).stdout).toBe(`${cwd}/sub\n`);
  });

  it("ends with the exit code of the program", async () => {
    const cwd = project({ "a.ts": "process.exit(7)" });
    expect((await run(["a.ts"], { cwd })).code).toBe(7);
  });

  it("ends with the signal that ended the program", async () => {
    const cwd = project({ "a.ts": "setInterval(() => {}, 1000); console.log('ready')" });
    const outcome = await run(["a.ts"], { cwd, onOutput: (_, child) => child.kill("SIGTERM") });
    expect(outcome).toMatchObject({ code: null, signal: "SIGTERM" });
  });

  it("lets the program handle signals", async () => {
    const cwd = project({
      "a.ts":
        "process.on('SIGINT', () => process.exit(3)); setInterval(() => {}, 1000); console.log('ready')",
    });
    const outcome = await run(["a.ts"], { cwd, onOutput: (_, child) => child.kill("SIGINT") });
    expect(outcome.code).toBe(3);
  });
});

describe("bunshim run script", () => {
  it("runs pre and post scripts, with arguments quoted", async () => {
    const scripts = { predev: "echo before", dev: "echo during", postdev: "echo after" };
    const cwd = project({ "package.json": JSON.stringify({ scripts }) });
    const { code, stdout, stderr } = await run(["run", "dev", "a b", "$HOME"], { cwd });
    expect(code).toBe(0);
    expect(stdout).toBe("before\nduring a b $HOME\nafter\n");
    expect(stderr).toBe("$ echo before\n$ echo during 'a b' '$HOME'\n$ echo after\n");
  });

  it("ends with the script's exit code and runs nothing after a failure", async () => {
    const scripts = { fail: "exit 3", postfail: "echo never" };
    const cwd = project({ "package.json": JSON.stringify({ scripts }) });
    expect(await run(["run", "fail"], { cwd })).toMatchObject({ code: 3, stdout: "" });
  });
});

describe("bunshim doctor", () => {
  it("names the versions, the engine and the hazard with its switch", async () => {
    const cwd = project({});
    const { code, stdout } = await run(["doctor"], { cwd });
    expect(code).toBe(0);
    expect(stdout).toContain(`bunshim   ${version}\n`);
    expect(stdout).toContain(process.version);
    expect(stdout).toMatch(/^libc {6}\S/m);
    expect(stdout).toMatch(/^engine {4}\S/m);
    if (stdout.includes("engine    uWebSockets.js")) {
      expect(stdout).toContain("request smuggling");
      expect(stdout).toContain("BUNSHIM_WIRE=node");
    }
  });

  it("says so when the environment chose the engine", async () => {
    const { stdout } = await run(["doctor"], { cwd: project({}), env: { BUNSHIM_WIRE: "node" } });
    expect(stdout).toContain("engine    node:http (BUNSHIM_WIRE=node)");
  });

  it("says so when the environment names no engine", async () => {
    const { stdout } = await run(["doctor"], { cwd: project({}), env: { BUNSHIM_WIRE: "foo" } });
    expect(stdout).toContain('engine    none: BUNSHIM_WIRE must be "uws" or "node", not "foo"\n');
  });
});
