import { AsyncLocalStorage, createHook } from "node:async_hooks";
import { afterEach, describe, expect, it } from "vitest";
import { Response } from "../../src/web/response.js";
import { get, start, wireNames } from "./servers.js";

const living = new Map<number, string>();
// What agents do that keep a context for each living resource.
const hook = createHook({
  init(id, type) {
    if (type.startsWith("BUNSHIM")) living.set(id, type);
  },
  destroy(id) {
    living.delete(id);
  },
});

const routes = {
  "/content": async (request: Request) => new Response(await request.text()),
  "/stream": () =>
    new Response(
      new ReadableStream({
        pull(controller) {
          controller.enqueue("x");
          controller.close();
        },
      }),
    ),
  "/generator": () =>
    new Response(async function* () {
      yield "x";
    }),
};

async function ask(server: ReturnType<typeof start>): Promise<void> {
  for (let round = 0; round < 20; round++) {
    for (const path of ["/", "/content", "/stream", "/generator"]) {
      await get(server, path, path === "/content" ? { method: "POST", body: "abc" } : {});
    }
  }
}

/** Hooks are told of ends a turn later. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe.each(wireNames)("async resources of requests on the %s wire", (wire) => {
  afterEach(() => {
    hook.disable();
    living.clear();
  });

  it("are gone for hooks when their requests are", async () => {
    const server = start(wire, { routes, fetch: () => new Response("x") });
    hook.enable();
    await ask(server);
    await turn();
    expect([...living.values()]).toEqual([]);
  });

  it("are gone where handlers were given inside a store, too", async () => {
    const storage = new AsyncLocalStorage<string>();
    const seen = new Set<string | undefined>();
    const server = storage.run("outer", () =>
      start(wire, {
        routes: { "/content": routes["/content"], "/generator": routes["/generator"] },
        fetch: () => {
          seen.add(storage.getStore());
          return new Response("x");
        },
      }),
    );
    hook.enable();
    await ask(server);
    await turn();
    expect([[...living.values()], [...seen]]).toEqual([[], ["outer"]]);
  });
});
