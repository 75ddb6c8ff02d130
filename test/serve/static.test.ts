import { describe, expect, it } from "vitest";
import { Response } from "../../src/web/response.js";
import { get, start, wireNames } from "./servers.js";

describe.each(wireNames)("a static reply on the %s wire", (wire) => {
  it("refuses a body that is not there as a whole, and a Response that was used", async () => {
    const stream = new ReadableStream({ pull: (controller) => controller.close() });
    expect(() => start(wire, { routes: { "/": new Response(stream) } })).toThrow("fully buffered");
    const used = new Response("x");
    await used.text();
    expect(() => start(wire, { routes: { "/": used } })).toThrow("already been used");
    expect(() => start(wire, { routes: { "/": Response.error() } })).toThrow("status 0");
  });

  it("is made from Node's own Response too, as users of the library make them", async () => {
    const Native = globalThis.Response;
    const shared = new Native("hi", { status: 201, headers: { "x-a": "1" } });
    const used = new Native("x");
    await used.text();
    expect(() => start(wire, { routes: { "/": used } })).toThrow("already been used");
    const routes = { "/": shared, "/again": shared, "/json": Native.json([1]) };
    const server = start(wire, { routes });
    const ask = async (path: string): Promise<unknown[]> => {
      const reply = await fetch(new URL(path, server.url));
      return [reply.status, reply.headers.get("x-a"), await reply.text()];
    };
    for (let reload = 0; reload < 2; reload++) {
      expect(await ask("/")).toEqual([201, "1", "hi"]);
      expect(await ask("/again")).toEqual([201, "1", "hi"]);
      expect(await ask("/json")).toEqual([200, null, "[1]"]);
      server.reload({ routes });
    }
  });

  it("is refused where fetch gave it and its content is still on the way", async () => {
    const server = start(wire, { routes: { "/": new Response("hi") } });
    const fetched = await fetch(server.url);
    expect(() => start(wire, { routes: { "/": fetched } })).toThrow("fully buffered");
    await fetched.body?.cancel();
  });

  it("stays what it was at the start, whatever becomes of its Response", async () => {
    const bytes = new Uint8Array([65]);
    const response = new Response(bytes, { headers: { "x-a": "1" } });
    const server = start(wire, { routes: { "/": response } });
    response.headers.set("x-a", "2");
    bytes[0] = 66;
    await response.text();
    const reply = await fetch(server.url);
    expect([await reply.text(), reply.headers.get("x-a")]).toEqual(["A", "1"]);
  });

  it("answers 304 for its tag, 412 for another one that must match, and all else in full", async () => {
    const server = start(wire, { routes: { "/": new Response("hi") } });
    const tag = (await fetch(server.url)).headers.get("etag") ?? "";
    const ask = async (headers: Record<string, string>): Promise<[number, string]> => {
      const reply = await fetch(server.url, { headers });
      return [reply.status, await reply.text()];
    };
    expect(await ask({ "if-none-match": tag })).toEqual([304, ""]);
    expect(await ask({ "if-none-match": `"x", W/${tag}` })).toEqual([304, ""]);
    expect(await ask({ "if-none-match": '"x"' })).toEqual([200, "hi"]);
    expect(await ask({ "if-match": '"x"' })).toEqual([412, ""]);
    expect(await ask({ "if-match": tag })).toEqual([200, "hi"]);
  });

  it("is swapped by a reload between two requests, never within one", async () => {
    const server = start(wire, { routes: { "/": new Response("a".repeat(100_000)) } });
    const seen = new Set<string>();
    for (let i = 0; i < 40; i++) {
      const letter = "ab"[i % 2] ?? "";
      const pending = [get(server), get(server)];
      server.reload({ routes: { "/": new Response(letter.repeat(100_000)) } });
      for (const text of await Promise.all([...pending, get(server)])) {
        expect(text.length).toBe(100_000);
        for (const one of new Set(text)) seen.add(one);
        expect(new Set(text).size).toBe(1);
      }
    }
    expect(seen).toEqual(new Set(["a", "b"]));
  });

  it("that a reload refuses leaves the old one in place", async () => {
    const server = start(wire, { routes: { "/": new Response("old") } });
    expect(() => server.reload({ routes: { "/": Response.error(), "/new": new Response("new") } })).toThrow();
    expect(await get(server)).toBe("old");
    expect((await fetch(new URL("/new", server.url))).status).toBe(404);
  });
});
