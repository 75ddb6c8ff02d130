import { describe, expect, it, vi } from "vitest";
import { Response } from "../../src/web/response.js";
import { get, start, wireNames } from "./servers.js";

const hello = (): Response => new Response("hello");

describe.each(wireNames)("Server on the %s wire", (wire) => {
  it("tells where it listens", () => {
    const server = start(wire, { fetch: hello, id: "shop" });
    expect(server.url.href).toBe(`http://127.0.0.1:${server.port}/`);
    expect(server.address).toEqual({ address: "127.0.0.1", family: "IPv4", port: server.port });
    expect([server.hostname, server.protocol, server.id, server.development]).toEqual([
      "127.0.0.1",
      "http",
      "shop",
      false,
    ]);
  });

  it("refuses a port that is taken, as Bun does", () => {
    const { port } = start(wire, { fetch: hello });
    expect(() => start(wire, { port, fetch: hello })).toThrow(
      expect.objectContaining({
        code: "EADDRINUSE",
        syscall: "listen",
        message: `Failed to start server. Is port ${port} in use?`,
      }),
    );
  });

  it("counts the requests that wait", async () => {
    const answers: (() => void)[] = [];
    const server = start(wire, {
      fetch: () => new Promise((resolve) => answers.push(() => resolve(hello()))),
    });
    const texts = [get(server), get(server)];
    await vi.waitUntil(() => server.pendingRequests === 2);
    for (const answer of answers) answer();
    expect(await Promise.all(texts)).toEqual(["hello", "hello"]);
    expect(server.pendingRequests).toBe(0);
  });

  it("answers what waits before it stops", async () => {
    let answer = (): void => {};
    const server = start(wire, {
      fetch: () =>
        new Promise((resolve) => {
          answer = () => resolve(hello());
        }),
    });
    const text = get(server);
    await vi.waitUntil(() => server.pendingRequests === 1);
    const stopped = server.stop();
    expect(server.port).toBe(0);
    await expect(fetch(server.url)).rejects.toThrow();
    answer();
    expect(await text).toBe("hello");
    await stopped;
  });

  it("cuts off what waits when it is told to", async () => {
    const server = start(wire, { fetch: () => new Promise(() => {}) });
    const text = get(server);
    await vi.waitUntil(() => server.pendingRequests === 1);
    const stopped = server.stop(true);
    await expect(text).rejects.toThrow();
    await stopped;
  });

  it("changes nothing when a reload fails", async () => {
    const server = start(wire, { fetch: hello });
    expect(() => server.reload({ routes: { bad: hello } })).toThrow("Invalid route");
    expect(await get(server)).toBe("hello");
  });

  it("calls the fetch handler without a socket", async () => {
    const server = start(wire, {
      routes: { "/route": hello },
      fetch: (request) => new Response(`${request.method} ${new URL(request.url).pathname}`),
    });
    expect(await (await server.fetch("/route")).text()).toBe("GET /route");
    await expect(server.fetch("")).rejects.toThrow("fetch() URL must not be a blank string.");
  });
});
