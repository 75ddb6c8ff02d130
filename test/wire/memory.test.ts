import { describe, expect, it } from "vitest";
import type { Exchange } from "../../src/wire/exchange.js";
import { collect } from "../collect.js";
import { RawClient } from "./raw-client.js";
import { ANY_PORT, wires } from "./wires.js";

/** Collects until the object is gone, in a few turns of the event loop at most. */
async function isCollected(kept: WeakRef<object>): Promise<boolean> {
  for (let turn = 0; turn < 50 && kept.deref() !== undefined; turn++) {
    await new Promise((resolve) => setImmediate(resolve));
    collect();
  }
  return kept.deref() === undefined;
}

describe.each(wires)("A stopped listener of the $name wire", ({ wire }) => {
  it.each(["stop", "closeAll"] as const)("keeps nothing of the program alive after %s", async (way) => {
    const serveOne = async (): Promise<WeakRef<object>> => {
      const receiver = { request: (exchange: Exchange) => exchange.reply(200, [], "x") };
      const listener = wire.listen(ANY_PORT, receiver);
      const client = await RawClient.connect(listener.port);
      client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
      await client.until("\r\n\r\nx");
      listener[way]();
      await client.untilClosed();
      await listener.closed;
      return new WeakRef(receiver);
    };
    expect(await isCollected(await serveOne())).toBe(true);
  });
});
