import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { systemCalls } from "../../src/wire/system-calls.js";
import { ListenError } from "../../src/wire/wire.js";
import { listen, wires } from "./wires.js";

const run = promisify(execFile);

// Clients of Node.js below 22 cannot name such a socket: curl can.
async function curl(name: string): Promise<string> {
  return (await run("curl", ["-s", "--abstract-unix-socket", name, "http://localhost/"])).stdout;
}

function fresh(): string {
  return `bunshim-test-${process.pid}-${Math.random().toString(36).slice(2)}`;
}

describe.runIf(systemCalls() !== null).each(wires)("abstract sockets on the $name wire", ({ wire }) => {
  const open = (name: string) =>
    listen(wire, (exchange) => exchange.reply(200, [], "x"), { unix: `\0${name}` });
  const listed = (name: string): boolean =>
    readFileSync("/proc/net/unix", "latin1")
      .split("\n")
      .some((line) => line.endsWith(` @${name}`));

  it("refuses a name in use", () => {
    const name = fresh();
    open(name);
    expect(() => open(name)).toThrow(ListenError);
    expect(() => open(name)).toThrow("EADDRINUSE");
  });

  it("refuses a name that is too long", () => {
    expect(() => open("q".repeat(107))).toThrow("ENAMETOOLONG");
  });

  it("binds the exact name, and frees it", async () => {
    const name = fresh();
    const listener = open(name);
    expect(listed(name)).toBe(true);
    expect(listener.address).toBe(`\0${name}`);
    expect(await curl(name)).toBe("x");
    listener.stop();
    await listener.closed;
    await expect(curl(name)).rejects.toThrow();
    expect(listed(name)).toBe(false);
  });

  it("leaves no descriptor behind", async () => {
    const name = fresh();
    open(name);
    await curl(name);
    const before = readdirSync("/proc/self/fd").length;
    for (let i = 0; i < 5; i++) await Promise.all(Array.from({ length: 6 }, () => curl(name)));
    expect(readdirSync("/proc/self/fd").length).toBeLessThanOrEqual(before + 1);
  });
});
