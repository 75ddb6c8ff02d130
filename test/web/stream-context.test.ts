import { AsyncLocalStorage } from "node:async_hooks";
import { describe, expect, it } from "vitest";
import { bindSource } from "../../src/web/stream-context.js";

describe("bindSource", () => {
  it("gives the source itself where nothing is stored", () => {
    const source = { pull() {} };
    expect(bindSource(source, ["pull"])).toBe(source);
  });

  it("keeps what the source is to its own methods, private members and frozen objects too", () => {
    const storage = new AsyncLocalStorage<string>();
    class Source {
      #count = 0;
      get type(): string {
        return this.#count === 0 ? "bytes" : "default";
      }
      pull(): number {
        return ++this.#count;
      }
    }
    const bound = storage.run("made", () => bindSource(Object.freeze(new Source()), ["pull"]));
    expect([bound.type, bound.pull(), bound.pull()]).toEqual(["bytes", 1, 2]);
  });

  it("runs the steps that it is told in the context of now, and the others where they are called", () => {
    const storage = new AsyncLocalStorage<string>();
    const source = { pull: () => storage.getStore(), cancel: () => storage.getStore() };
    const bound = storage.run("made", () => bindSource(source, ["cancel"]));
    storage.run("called", () => expect([bound.pull(), bound.cancel()]).toEqual(["called", "made"]));
  });
});
