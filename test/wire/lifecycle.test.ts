import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import type { Exchange } from "../../src/wire/exchange.js";
import { deferred } from "./deferred.js";
import { RawClient } from "./raw-client.js";
import { listen, wires } from "./wires.js";

const GET = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";

/** A listener whose first request is pending. */
async function pending(wire: (typeof wires)[number]["wire"]) {
  const arrived = deferred<Exchange>();
  const listener = listen(wire, (exchange) => {
    exchange.detach();
    arrived.resolve(exchange);
  });
  const client = await RawClient.connect(listener.port);
  client.send(GET);
  return { listener, client, exchange: await arrived.promise };
}

describe.each(wires)("Listener.stop on the $name wire", ({ wire }) => {
  it("refuses new connections, twice", async () => {
    const listener = listen(wire, () => {});
    listener.stop();
    listener.stop();
    await expect(RawClient.connect(listener.port)).rejects.toMatchObject({ code: "ECONNREFUSED" });
    await listener.closed;
  });

  it("closes idle connections at once", async () => {
    const listener = listen(wire, (exchange) => exchange.reply(200, [], "x"));
    const client = await RawClient.connect(listener.port);
    client.send(GET);
    await client.until("\r\n\r\nx");
    listener.stop();
    await client.untilClosed();
    await listener.closed;
  });

  it("lets a pending request have its reply, then closes", async () => {
    const { listener, client, exchange } = await pending(wire);
    const closed: string[] = [];
    void listener.closed.then(() => closed.push("closed"));
    listener.stop();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(client.closed).toBe(false);
    expect(closed).toEqual([]);
    exchange.reply(200, [], "late");
    expect(await client.untilClosed()).toMatch(/\r\n\r\nlate$/);
    await listener.closed;
  });

  it("lets a large reply arrive whole", async () => {
    const size = 20_000_000;
    const listener = listen(wire, (exchange) => {
      exchange.reply(200, [], Buffer.alloc(size, "x"));
      listener.stop();
    });
    const client = await RawClient.connect(listener.port);
    client.send(GET);
    const text = await client.untilClosed();
    expect(text.length - text.indexOf("\r\n\r\n") - 4).toBe(size);
    await listener.closed;
  });

  it("can be called in a request", async () => {
    const listener = listen(wire, (exchange) => {
      listener.stop();
      exchange.reply(200, [], "bye");
    });
    const client = await RawClient.connect(listener.port);
    client.send(GET);
    expect(await client.untilClosed()).toMatch(/\r\n\r\nbye$/);
    await listener.closed;
  });
});

describe.each(wires)("Listener.closeAll on the $name wire", ({ wire }) => {
  it("closes pending requests and tells them", async () => {
    const { listener, client, exchange } = await pending(wire);
    const aborted = deferred<void>();
    exchange.onAbort(() => aborted.resolve());
    listener.closeAll();
    await aborted.promise;
    expect(exchange.aborted).toBe(true);
    expect(await client.untilClosed()).toBe("");
    listener.closeAll();
    listener.stop();
    await listener.closed;
    exchange.reply(200, [], "x");
  });

  it("closes connections that never asked, and those in the middle of a request", async () => {
    const listener = listen(wire, () => {});
    const silent = await RawClient.connect(listener.port);
    const slow = await RawClient.connect(listener.port);
    slow.send("GET / HT");
    // A served request shows that the others were accepted.
    await new Promise((resolve) => setTimeout(resolve, 20));
    listener.closeAll();
    await Promise.all([silent.untilClosed(), slow.untilClosed(), listener.closed]);
  });

  it("can be called in a request", async () => {
    const listener = listen(wire, (exchange) => {
      listener.closeAll();
      exchange.reply(200, [], "x");
      exchange.detach();
    });
    const client = await RawClient.connect(listener.port);
    client.send(GET);
    await client.untilClosed();
    await listener.closed;
  });
});

describe.each(wires)("Listener.unref on the $name wire", ({ name }) => {
  const PROGRAM = fileURLToPath(new URL("./programs/listen.ts", import.meta.url));

  const children: ChildProcess[] = [];
  afterEach(() => {
    for (const child of children.splice(0)) child.kill("SIGKILL");
  });

  function run(...steps: string[]) {
    const child = spawn(process.execPath, ["--import", "tsx", PROGRAM, name, ...steps], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    children.push(child);
    const output = { text: "" };
    child.stdout.on("data", (bytes) => {
      output.text += String(bytes);
    });
    return { child, output, exit: once(child, "exit") };
  }

  it("lets the process end", async () => {
    const { exit } = run("unref");
    expect(await exit).toEqual([0, null]);
  });

  it("lets the process end with an idle connection open", async () => {
    const { child, output, exit } = run("unref", "wait");
    while (!/^\d+\n/.test(output.text)) await once(child.stdout, "data");
    const client = await RawClient.connect(Number(output.text));
    client.send(GET);
    await client.until("\r\n\r\nx");
    child.stdin.end();
    expect(await exit).toEqual([0, null]);
    client.destroy();
  });

  it("is undone by ref", async () => {
    const { child, output, exit } = run("unref", "ref");
    while (!/^\d+\n/.test(output.text)) await once(child.stdout, "data");
    const client = await RawClient.connect(Number(output.text));
    // Longer than an idle process takes to end.
    await new Promise((resolve) => setTimeout(resolve, 300));
    client.send(GET);
    await client.until("\r\n\r\nx");
    child.kill();
    expect(await exit).toEqual([null, "SIGTERM"]);
  });

  it("lets the process end after stop", async () => {
    const { exit } = run("stop");
    expect(await exit).toEqual([0, null]);
  });
});
