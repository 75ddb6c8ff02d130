import { existsSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ListenError } from "../../src/wire/wire.js";
import { parseReply, RawClient, requestText } from "./raw-client.js";
import { listen, wires } from "./wires.js";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "bunshim-unix-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function ask(path: string, request = requestText("GET", "/")): Promise<string> {
  const client = await RawClient.over(connect(path));
  client.send(request);
  return client.untilClosed();
}

describe.each(wires)("ListenOptions.unix on the $name wire", ({ wire }) => {
  const open = (name: string) =>
    listen(wire, (exchange) => exchange.reply(200, [], exchange.remoteAddress() === null ? "none" : "some"), {
      unix: join(folder, name),
    });

  function refusal(name: string): string {
    try {
      open(name);
    } catch (error) {
      if (error instanceof ListenError) return `${error.code} ${error.errno}`;
    }
    return "";
  }

  it("refuses whatever is there already, and leaves it alone", async () => {
    open("socket");
    writeFileSync(join(folder, "file"), "content");
    mkdirSync(join(folder, "folder"));
    for (const name of ["socket", "file", "folder"]) expect(refusal(name)).toBe("EADDRINUSE -98");
    expect(parseReply(await ask(join(folder, "socket"))).content).toBe("none");
    expect(readFileSync(join(folder, "file"), "utf8")).toBe("content");
  });

  it("refuses a path without its folder, and one that is too long", () => {
    writeFileSync(join(folder, "file"), "");
    expect(refusal("missing/socket")).toBe("ENOENT -2");
    expect(refusal("file/socket")).toBe("ENOTDIR -20");
    for (const length of [108, 112, 150, 300, 5000]) {
      expect(refusal("x".repeat(length - folder.length - 1))).toBe("ENAMETOOLONG -36");
    }
  });

  it("binds the longest path", async () => {
    const name = "x".repeat(107 - folder.length - 1);
    open(name);
    expect(parseReply(await ask(join(folder, name))).content).toBe("none");
  });

  it("has the path for its address, and no port", () => {
    const listener = open("socket");
    expect(listener.address).toBe(join(folder, "socket"));
    expect(listener.port).toBe(0);
  });

  it("gives the file the rights that the umask leaves", () => {
    const before = process.umask(0o027);
    try {
      open("socket");
    } finally {
      process.umask(before);
    }
    expect(lstatSync(join(folder, "socket")).mode & 0o777).toBe(0o750);
  });

  it.each(["stop", "closeAll"] as const)("removes the file at once with %s", async (how) => {
    const listener = open("socket");
    listener[how]();
    expect(existsSync(join(folder, "socket"))).toBe(false);
    await listener.closed;
    expect(open("socket").address).toBe(join(folder, "socket"));
  });

  it("survives that the file is gone when it stops", async () => {
    const listener = open("socket");
    rmSync(join(folder, "socket"));
    listener.stop();
    await listener.closed;
  });

  it("serves names that look like numbers", async () => {
    const before = process.cwd();
    process.chdir(folder);
    try {
      listen(wire, (exchange) => exchange.reply(200, [], "x"), { unix: "5" });
      expect(parseReply(await ask("./5")).content).toBe("x");
    } finally {
      process.chdir(before);
    }
  });
});

describe.each(wires)("Listener.stop over a unix socket on the $name wire", ({ wire }) => {
  it("removes whatever took its place, as Bun does", () => {
    const path = join(folder, "socket");
    const listener = listen(wire, () => {}, { unix: path });
    rmSync(path);
    writeFileSync(path, "another");
    listener.stop();
    expect(existsSync(path)).toBe(false);
  });
});
