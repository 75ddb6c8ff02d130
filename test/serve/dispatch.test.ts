import { describe, expect, it, vi } from "vitest";
import { Response } from "../../src/web/response.js";
import { get, start, wireNames } from "./servers.js";

const boom = (): never => {
  throw new Error("boom");
};

describe.each(wireNames)("a handler on the %s wire", (wire) => {
  it("that throws, rejects or fails to send gives a plain 500", async () => {
    const stderr = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    const used = new Response("x");
    await used.text();
    const server = start(wire, {
      routes: { "/throws": boom, "/rejects": async () => boom(), "/used": () => used },
    });
    for (const path of ["/throws", "/rejects", "/used"]) {
      const response = await fetch(new URL(path, server.url));
      expect([response.status, response.headers.get("content-type"), await response.text()]).toEqual([
        500,
        "text/plain",
        "Something went wrong!",
      ]);
    }
    expect(stderr.mock.calls.join("")).toContain("boom");
    stderr.mockRestore();
  });

  it("that returns no Response gives 204", async () => {
    const stderr = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    const server = start(wire, { fetch: () => undefined });
    expect((await fetch(server.url)).status).toBe(204);
    expect(stderr.mock.calls.join("")).toContain("Expected a Response object, but received 'undefined'");
    stderr.mockRestore();
  });

  it("gets the server as argument and as this", async () => {
    const seen: unknown[] = [];
    const server = start(wire, {
      fetch(_, given) {
        seen.push(this, given);
        return new Response("x");
      },
    });
    await get(server);
    expect(seen).toEqual([server, server]);
  });

  it("may return a native Response, with its status, fields and stream", async () => {
    const native = globalThis.Response;
    const server = start(wire, {
      fetch: () => new native("native", { status: 201, headers: { "x-a": "1" } }),
    });
    const response = await fetch(server.url);
    expect([response.status, response.headers.get("x-a"), await response.text()]).toEqual([
      201,
      "1",
      "native",
    ]);
  });

  it("fails to the error handler of the last reload", async () => {
    let fail = (): void => {};
    const server = start(wire, {
      fetch: () =>
        new Promise((_, reject) => {
          fail = () => reject(new Error("late"));
        }),
      error: () => new Response("first handler"),
    });
    const answer = get(server);
    await vi.waitUntil(() => server.pendingRequests === 1);
    server.reload({ fetch: () => new Response("new"), error: () => new Response("second handler") });
    fail();
    expect(await answer).toBe("second handler");
    expect(await get(server)).toBe("new");
  });
});

describe.each(wireNames)("the error handler on the %s wire", (wire) => {
  it.each([
    ["its Response", () => new Response("handled", { status: 503 }), 503, "handled"],
    ["a promise of it", async () => new Response("later"), 200, "later"],
    ["nothing", () => undefined, 500, "Something went wrong!"],
    ["a failure of its own", boom, 500, "Something went wrong!"],
    ["a rejection", async () => boom(), 500, "Something went wrong!"],
  ])("answers with %s", async (_, error, status, text) => {
    const stderr = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    const response = await fetch(start(wire, { fetch: boom, error }).url);
    expect([response.status, await response.text()]).toEqual([status, text]);
    stderr.mockRestore();
  });

  it("sees what was thrown, whatever it is", async () => {
    const server = start(wire, {
      fetch() {
        throw "a string";
      },
      error: (error) => new Response(`${typeof error} ${error}`),
    });
    expect(await get(server)).toBe("string a string");
  });
});
