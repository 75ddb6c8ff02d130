import { describe, expect, it } from "vitest";
import { deferred } from "./deferred.js";
import { RawClient } from "./raw-client.js";
import { listen, wires } from "./wires.js";

const GET = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";

describe.each(wires)("Exchange.idleTimeout on the $name wire", ({ wire }) => {
  it("closes the connection of a request that waits for too long", async () => {
    const order: string[] = [];
    const listener = wire.listen(
      { port: 0, hostname: "127.0.0.1", reusePort: false, ipv6Only: false, idleTimeout: 1 },
      {
        request(exchange) {
          expect(exchange.idleTimeout).toBe(1);
          exchange.detach();
          exchange.onAbort(() => order.push("listener"));
        },
        expired: () => order.push("expired"),
        aborted: () => order.push("aborted"),
      },
    );
    const client = await RawClient.connect(listener.port);
    client.send(GET);
    expect(await client.untilClosed()).toBe("");
    expect(order).toEqual(["expired", "listener", "aborted"]);
    listener.closeAll();
  });

  it("is the listener's at first, ten seconds by default, and the request's own from then on", async () => {
    const found = deferred<number>();
    const { port } = listen(wire, (exchange) => {
      found.resolve(exchange.idleTimeout);
      exchange.detach();
      exchange.idleTimeout = 1;
    });
    const client = await RawClient.connect(port);
    client.send(GET);
    expect(await found.promise).toBe(10);
    expect(await client.untilClosed()).toBe("");
  });

  it("counts from the last piece of a reply", async () => {
    const { port } = listen(
      wire,
      (exchange) => {
        exchange.detach();
        const writer = exchange.stream(200, [], -1);
        let pieces = 0;
        const timer = setInterval(() => {
          writer.write(`piece ${++pieces} `);
          writer.flush();
          if (pieces < 5) return;
          clearInterval(timer);
          writer.end();
        }, 700);
      },
      { idleTimeout: 2 },
    );
    const client = await RawClient.connect(port);
    client.send(GET);
    expect(await client.until("0\r\n\r\n")).toContain("piece 5");
    client.destroy();
  });

  it("does not count while the server holds the client back", async () => {
    const size = 4 * 1024 * 1024;
    const { port } = listen(
      wire,
      (exchange) => {
        exchange.detach();
        let received = 0;
        let held = false;
        exchange.readContent({
          chunk(bytes) {
            received += bytes.byteLength;
            if (held) return;
            held = true;
            exchange.pauseContent();
            setTimeout(() => exchange.resumeContent(), 3500);
          },
          end: () => exchange.reply(200, [], String(received)),
          abort: () => {},
        });
      },
      { idleTimeout: 1 },
    );
    const client = await RawClient.connect(port);
    client.send(`POST / HTTP/1.1\r\nHost: a\r\nContent-Length: ${size}\r\n\r\n${"x".repeat(size)}`);
    expect(await client.until(String(size))).toContain("200 OK");
    client.destroy();
  });
});
