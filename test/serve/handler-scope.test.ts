import { AsyncLocalStorage } from "node:async_hooks";
import { describe, expect, it } from "vitest";
import { HandlerScope } from "../../src/serve/handler-scope.js";

describe("HandlerScope", () => {
  it("runs a handler in the context that it was made in", () => {
    const storage = new AsyncLocalStorage<string>();
    const scope = storage.run("origin", () => new HandlerScope());
    const seen = storage.run("caller", () => scope.run(() => storage.getStore(), undefined));
    expect(seen).toBe("origin");
  });

  it("hides from a handler what the one before it stored", () => {
    const storage = new AsyncLocalStorage<string>();
    const scope = storage.run("origin", () => new HandlerScope());
    const seen = ["one", "two"].map((name) =>
      scope.run(
        (stored) => {
          const before = storage.getStore();
          storage.enterWith(stored);
          return before;
        },
        undefined,
        name,
      ),
    );
    expect(seen).toEqual(["origin", "origin"]);
  });

  it("knows whether anything was stored", () => {
    const storage = new AsyncLocalStorage<unknown>();
    expect(storage.run(new Map(), () => new HandlerScope()).holdsStore).toBe(true);
    expect(new HandlerScope().holdsStore).toBe(false);
    expect(storage.run("here", () => new HandlerScope()).holdsStore).toBe(true);
    expect(storage.run(undefined, () => new HandlerScope()).holdsStore).toBe(false);
  });
});
