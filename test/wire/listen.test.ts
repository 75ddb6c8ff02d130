import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { describe, expect, it } from "vitest";
import type { Exchange } from "../../src/wire/exchange.js";
import { bindProbe } from "../../src/wire/listen-socket.js";
import { ListenError } from "../../src/wire/wire.js";
import { ask, parseReply, requestText } from "./raw-client.js";
import { ANY_PORT, ipv6OnlyWires, listen, wires } from "./wires.js";

function failure(action: () => unknown): { code: string; errno: number } {
  try {
    action();
  } catch (error) {
    expect(error).toBeInstanceOf(ListenError);
    if (error instanceof ListenError) return { code: error.code, errno: error.errno };
  }
  throw new Error("nothing was thrown");
}

describe.each(wires)("Wire.listen on the $name wire", ({ wire }) => {
  const reply = "x";
  const open = (options: Parameters<typeof listen>[2]) =>
    listen(wire, (exchange) => exchange.reply(200, [], reply), options);

  it("fails for a port in use, whoever uses it", async () => {
    const first = open({});
    expect(failure(() => open({ port: first.port }))).toEqual({ code: "EADDRINUSE", errno: -98 });
    expect(failure(() => open({ port: first.port, hostname: undefined })).code).toBe("EADDRINUSE");

    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const { port } = other.address() as AddressInfo;
    expect(failure(() => open({ port })).code).toBe("EADDRINUSE");
    other.close();
  });

  it.each([
    "bad host",
    "a..b",
    "127.0.0.1:80",
    "http://x",
    "[localhost]",
    "[object Object]",
    "x".repeat(300),
    "a\0b",
  ])("fails for the host name %j, which cannot be one", (hostname) => {
    expect(failure(() => open({ hostname }))).toEqual({ code: "ENOTFOUND", errno: 4 });
  });

  it.each(["no.such.host.invalid", "999.1.1.1"])("fails for the name %j, which nobody knows", (hostname) => {
    expect(failure(() => open({ hostname }))).toEqual({ code: "EINVAL", errno: -22 });
  });

  it.each(["203.0.113.5", "2001:db8::5"])("fails for the host %j, which is not this machine", (hostname) => {
    expect(failure(() => open({ hostname }))).toEqual({ code: "EADDRNOTAVAIL", errno: -99 });
  });

  it.each([
    ["127.0.0.1", "127.0.0.1", "IPv4", "127.0.0.1"],
    ["0.0.0.0", "0.0.0.0", "IPv4", "127.0.0.1"],
    ["::1", "::1", "IPv6", "::1"],
    ["[::1]", "::1", "IPv6", "::1"],
    ["::", "::", "IPv6", "127.0.0.1"],
    [undefined, "::", "IPv6", "127.0.0.1"],
    ["", "::", "IPv6", "::1"],
    ["127.1", "127.0.0.1", "IPv4", "127.0.0.1"],
  ])("binds %j at once", async (hostname, address, family, client) => {
    const listener = open({ hostname });
    expect(listener.port).toBeGreaterThan(0);
    expect(listener.address).toEqual({ address, family, port: listener.port });
    expect(parseReply(await ask(listener.port, requestText("GET", "/"), client)).content).toBe(reply);
  });

  it.each(["localhost", "LOCALHOST"])("binds %s to a loopback address", async (hostname) => {
    const { port, address } = open({ hostname });
    const host = typeof address === "string" ? "" : address.address;
    expect(["127.0.0.1", "::1"]).toContain(host);
    expect(parseReply(await ask(port, requestText("GET", "/"), host)).content).toBe(reply);
  });

  it("frees the port at once when it is stopped", () => {
    const first = open({});
    first.stop();
    expect(open({ port: first.port }).port).toBe(first.port);
  });
});

describe.each(ipv6OnlyWires)("ListenOptions.ipv6Only on the $name wire", ({ wire }) => {
  it("leaves IPv4 alone", async () => {
    const answer = (text: string) => (exchange: Exchange) => exchange.reply(200, [], text);
    const { port } = listen(wire, answer("six"), { hostname: "::", ipv6Only: true });
    listen(wire, answer("four"), { port, hostname: "127.0.0.1" });
    expect(parseReply(await ask(port, requestText("GET", "/"), "::1")).content).toBe("six");
    expect(parseReply(await ask(port, requestText("GET", "/"), "127.0.0.1")).content).toBe("four");
  });
});

describe.each(wires)("ListenOptions.reusePort on the $name wire", ({ wire }) => {
  const options = { ...ANY_PORT, reusePort: true };
  const receiver = { request() {} };

  it("shares a port between listeners that both want it", () => {
    const first = wire.listen(options, receiver);
    const second = wire.listen({ ...options, port: first.port }, receiver);
    expect(second.port).toBe(first.port);
    expect(
      failure(() => wire.listen({ ...options, port: first.port, reusePort: false }, receiver)).code,
    ).toBe("EADDRINUSE");
    first.closeAll();
    second.closeAll();
  });
});

describe("bindProbe", () => {
  it("tells why an address cannot be bound", () => {
    expect(bindProbe({ ...ANY_PORT, hostname: "203.0.113.5" })).toMatchObject({
      code: "EADDRNOTAVAIL",
      errno: -99,
    });
  });

  it("finds nothing wrong with a free one, and leaves it free", () => {
    expect(bindProbe(ANY_PORT)).toBe(null);
  });
});
