import { existsSync, readdirSync } from "node:fs";
import { connect as connectPlain } from "node:net";
import { type ConnectionOptions, connect } from "node:tls";
import { describe, expect, it } from "vitest";
import { nodeWire } from "../../src/wire/node/wire.js";
import type { TlsContext } from "../../src/wire/tls-context.js";
import type { Listener } from "../../src/wire/wire.js";
import { parseReply, RawClient, requestText } from "./raw-client.js";
import { pem, tlsContext } from "./tls-context.js";
import { listen, wires } from "./wires.js";

function context(number: "" | "1" | "2", members: Partial<TlsContext> = {}): TlsContext {
  return tlsContext({ key: pem(`key${number}`), cert: pem(`cert${number}`), ...members });
}

async function handshake({ port }: Listener, options: ConnectionOptions = {}): Promise<RawClient> {
  const socket = connect({ port, host: "127.0.0.1", rejectUnauthorized: false, ...options });
  return RawClient.over(socket, "secureConnect");
}

async function subjectFor(listener: Listener, servername: string): Promise<string> {
  const socket = connect({ port: listener.port, host: "127.0.0.1", servername, rejectUnauthorized: false });
  await RawClient.over(socket, "secureConnect");
  const { CN } = socket.getPeerCertificate().subject;
  socket.destroy();
  return String(CN);
}

describe.each(wires)("ListenOptions.tls on the $name wire", ({ wire }) => {
  const open = (tls: TlsContext[]) =>
    listen(wire, (exchange) => exchange.reply(200, [], String(exchange.secure)), { tls });

  it("answers nobody who speaks no TLS, and serves on", async () => {
    const listener = open([context("")]);
    const plain = await RawClient.over(connectPlain(listener.port, "127.0.0.1"));
    plain.send(requestText("GET", "/"));
    plain.socket.end();
    expect(await plain.untilClosed()).not.toContain("HTTP/");
    const client = await handshake(listener);
    client.send(requestText("GET", "/"));
    expect(parseReply(await client.untilClosed()).content).toBe("true");
  });

  it("shakes hands with nobody without a key", async () => {
    const listener = open([context("", { key: null })]);
    await expect(handshake(listener)).rejects.toThrow();
  });

  it("keeps to the ciphers", async () => {
    const listener = open([context("", { ciphers: "ECDHE-ECDSA-AES256-GCM-SHA384" })]);
    await expect(handshake(listener, { ciphers: "AES128-SHA", maxVersion: "TLSv1.2" })).rejects.toThrow();
  });

  it("chooses no protocol by ALPN, and minds none", async () => {
    const listener = open([context("")]);
    const socket = connect({
      port: listener.port,
      host: "127.0.0.1",
      rejectUnauthorized: false,
      ALPNProtocols: ["foo"],
    });
    await RawClient.over(socket, "secureConnect");
    expect(socket.alpnProtocol).toBe(false);
    socket.destroy();
  });

  it("loses nothing of an upload while it is answered", async () => {
    const size = 4 * 1024 * 1024;
    const listener = listen(
      wire,
      (exchange) => {
        exchange.detach();
        const writer = exchange.stream(200, [], -1);
        exchange.readContent({
          chunk(bytes) {
            writer.write(bytes);
            writer.flush();
          },
          end: () => writer.end(),
          abort() {},
        });
      },
      { tls: [context("")] },
    );
    const client = await handshake(listener);
    client.send(`POST / HTTP/1.1\r\nHost: a\r\nContent-Length: ${size}\r\n\r\n`);
    client.send("x".repeat(size));
    const reply = await client.until("\r\n0\r\n\r\n");
    expect(reply.replaceAll(/[^x]/g, "").length).toBe(size);
    client.destroy();
  });

  it("leaves no file with the key behind", () => {
    const ours = () =>
      existsSync("/dev/shm") ? readdirSync("/dev/shm").filter((name) => name.startsWith("bunshim")) : [];
    const descriptors = () => (existsSync("/proc/self/fd") ? readdirSync("/proc/self/fd").length : 0);
    open([context("")]);
    const before = descriptors();
    open([context("1")]).closeAll();
    expect(ours()).toEqual([]);
    expect(descriptors()).toBeLessThanOrEqual(before + 1);
  });

  it("stops while a handshake hangs", async () => {
    const listener = open([context("")]);
    const silent = await RawClient.over(connectPlain(listener.port, "127.0.0.1"));
    listener.closeAll();
    await listener.closed;
    await silent.untilClosed();
  });
});

describe("ListenOptions.tls with several names", () => {
  it("compares names without case and dot, a star with one label, whole names first, the later one", async () => {
    const listener = listen(nodeWire(), () => {}, {
      tls: [
        context(""),
        context("1", { serverName: "*.a.test" }),
        context("2", { serverName: "A.a.test." }),
        context("1", { serverName: "b.test" }),
        context("2", { serverName: "b.test" }),
      ],
    });
    for (const [name, subject] of [
      ["x.a.test", "my-server1.com"],
      ["X.A.TEST", "my-server1.com"],
      ["a.a.test", "my-server2.com"],
      ["x.y.a.test", "localhost"],
      ["a.test", "localhost"],
      ["b.test", "my-server2.com"],
      ["other", "localhost"],
    ] as const) {
      expect([name, await subjectFor(listener, name)]).toEqual([name, subject]);
    }
  });
});

describe("ListenOptions.tls with requestCert", () => {
  it("refuses clients without a certificate that the authorities signed", async () => {
    const listener = listen(nodeWire(), (exchange) => exchange.reply(200, [], "in"), {
      tls: [context("", { requestCert: true, ca: pem("cert1") })],
    });
    const answer = async (options: ConnectionOptions): Promise<string> => {
      try {
        const client = await handshake(listener, options);
        client.send(requestText("GET", "/"));
        return await client.untilClosed();
      } catch {
        return "";
      }
    };
    expect(await answer({})).toBe("");
    expect(await answer({ key: pem("key2"), cert: pem("cert2") })).toBe("");
    expect(parseReply(await answer({ key: pem("key1"), cert: pem("cert1") })).content).toBe("in");
  });
});
