import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { file } from "../../src/bun/file.js";
import { ownCommand, setRunner } from "../../src/bun/spawn/runner.js";
import { spawn } from "../../src/bun/spawn/spawn.js";
import { spawnSync } from "../../src/bun/spawn/spawn-sync.js";
import { Response } from "../../src/web/response.js";
import { temporaryFolder } from "./folder.js";

const path = temporaryFolder();
/** Nothing is found here but what a test puts there. */
const env = { PATH: path("") };

describe("Bun.spawn", () => {
  it("refuses what is no command", () => {
    for (const given of [undefined, null, 1, "ls", {}, { cmd: "ls" }]) {
      expect(() => Reflect.apply(spawn, null, [given])).toThrow("cmd must be an array");
    }
    expect(() => spawn([])).toThrow("cmd must not be empty");
    expect(() => spawn(["true", "a\0"])).toThrow(expect.objectContaining({ code: "ERR_INVALID_ARG_VALUE" }));
  });

  it("says at once that there is nothing to start", () => {
    expect(() => spawn(["no-such-program"])).toThrow(
      expect.objectContaining({
        code: "ENOENT",
        path: "no-such-program",
        message: 'Executable not found in $PATH: "no-such-program"',
      }),
    );
    expect(() => spawn(["sh"], { env })).toThrow(expect.objectContaining({ code: "ENOENT" }));
    expect(() => spawn(["true"], { cwd: path("nowhere") })).toThrow(
      expect.objectContaining({ code: "ENOENT", syscall: "posix_spawn" }),
    );
    expect(() => spawn([path("")])).toThrow(expect.objectContaining({ code: "EACCES" }));
    writeFileSync(path("plain"), "");
    expect(() => spawn([path("plain")])).toThrow(expect.objectContaining({ code: "EACCES" }));
  });

  it("survives a program that the system cannot run", () => {
    writeFileSync(path("script"), "#!/no/such/interpreter\n");
    chmodSync(path("script"), 0o755);
    expect(() => spawn([path("script")])).toThrow(
      expect.objectContaining({ code: "ENOENT", syscall: "posix_spawn" }),
    );
  });

  it("survives an input that fails, and a process that does not read", async () => {
    const failing = new ReadableStream({ pull: (controller) => controller.error(new Error("boom")) });
    expect(await spawn(["cat"], { stdin: failing }).exited).toBe(0);
    expect(await spawn(["true"], { stdin: new Uint8Array(1_000_000) }).exited).toBe(0);
    const sink = spawn(["true"], { stdin: "pipe" });
    sink.stdin.write("x".repeat(1_000_000));
    expect(await sink.exited).toBe(0);
  });

  it("gives output as a stream that can be read as a whole, once", async () => {
    const { stdout } = spawn(["printf", "[1]"]);
    expect(await stdout.json()).toEqual([1]);
    await expect(stdout.text()).rejects.toThrow(expect.objectContaining({ code: "ERR_INVALID_STATE" }));
  });

  it("has the process wait while nobody reads", async () => {
    const process = spawn(["sh", "-c", "head -c 5000000 /dev/zero"]);
    const reader = process.stdout.getReader();
    await reader.read();
    expect(process.exitCode).toBeNull();
    let length = 0;
    reader.releaseLock();
    for await (const chunk of process.stdout) length += chunk.length;
    expect(length).toBeGreaterThan(4_500_000);
    expect(await process.exited).toBe(0);
  });

  it("ends a process whose output nobody wants any more", async () => {
    const process = spawn(["yes"], { stderr: "ignore" });
    await process.stdout.cancel();
    expect(await process.exited).toBeGreaterThan(0);
  });

  it("kills what says too much", async () => {
    const process = spawn(["yes"], { maxBuffer: 1000, killSignal: "SIGKILL" });
    expect(await process.exited).toBe(137);
    expect(process.signalCode).toBe("SIGKILL");
  });

  it("writes into a file over what is there", async () => {
    writeFileSync(path("out"), "12345");
    await spawn(["printf", "abc"], { stdout: file(path("out")) }).exited;
    expect(readFileSync(path("out"), "utf8")).toBe("abc45");
  });

  it("calls onExit behind the code that awaits the end", async () => {
    const order: string[] = [];
    await new Promise<void>((resolve) => {
      const process = spawn(["true"], {
        onExit: () => {
          order.push("onExit");
          resolve();
        },
      });
      void process.exited.then(() => order.push("exited"));
    });
    expect(order).toEqual(["exited", "onExit"]);
  });

  it("kills a process when its scope ends", async () => {
    const process = spawn(["sleep", "60"]);
    await process[Symbol.asyncDispose]();
    expect([process.exitCode, process.signalCode]).toEqual([null, "SIGTERM"]);
  });

  it("knows `bun` only where a runner is declared", async () => {
    expect(ownCommand(["a.ts"], false)).toBeNull();
    expect(() => spawn(["bun", "a.ts"], { env })).toThrow(
      expect.objectContaining({ message: 'Executable not found in $PATH: "bun"' }),
    );
    const flags = ["--import", "data:text/javascript,"];
    setRunner({ command: [process.execPath, "-p", "process.argv.slice(1)"], flags });
    expect(await spawn(["bun", "a.ts", "b"], { env }).stdout.text()).toContain("'a.ts', 'b'");
    expect(ownCommand(["-e", "1"], true)).toEqual([process.execPath, ...flags, "-e", "1"]);
    expect(ownCommand(["-e", "1"], false)?.slice(-2)).toEqual(["-e", "1"]);
    expect(ownCommand(["--version"], true)).toEqual([process.execPath, ...flags, "--version"]);
  });

  it("prefers a real Bun", async () => {
    writeFileSync(path("bun"), "#!/bin/sh\necho real\n");
    chmodSync(path("bun"), 0o755);
    setRunner({ command: [process.execPath, "-p", "1"], flags: [] });
    expect(await spawn(["bun", "a.ts"], { env }).stdout.text()).toBe("real\n");
  });
});

describe("Bun.spawnSync", () => {
  it("refuses input that it would have to wait for", () => {
    expect(() => spawnSync(["cat"], { stdin: new ReadableStream() })).toThrow(
      "'stdin' ReadableStream cannot be used in sync mode",
    );
    expect(() => spawnSync(["cat"], { stdin: new Blob(["a"]) })).toThrow("sync mode");
    expect(() => spawnSync(["no-such-program"])).toThrow(expect.objectContaining({ code: "ENOENT" }));
  });

  it("takes the content of a Response that is at hand", () => {
    const response = new Response("text");
    expect(spawnSync(["cat"], { stdin: response }).stdout.toString()).toBe("text");
    expect(response.bodyUsed).toBe(true);
  });

  it("tells how the process ended and what it said", () => {
    const { pid, ...rest } = spawnSync(["sh", "-c", "cat; echo err >&2; exit 3"], {
      stdin: Buffer.from("in"),
    });
    expect(pid).toBeGreaterThan(0);
    expect(rest).toEqual({
      exitCode: 3,
      stdout: Buffer.from("in"),
      stderr: Buffer.from("err\n"),
      success: false,
    });
    expect(spawnSync(["sleep", "60"], { timeout: 10 })).toMatchObject({
      exitCode: null,
      signalCode: "SIGTERM",
      exitedDueToTimeout: true,
    });
  });
});
