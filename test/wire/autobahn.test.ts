/**
 * The cases of the Autobahn test suite for WebSocket servers that say something about one (sections 1–7, 9, 12
 * and 13), frame by frame. The server echoes; a case is what the client sends and what it must get.
 */
import { describe, expect, it } from "vitest";
import { closePayload, deflated, FrameClient, frame } from "../../compat/frames.js";
import type { SocketOptions, SocketReceiver } from "../../src/wire/socket.js";
import type { Wire } from "../../src/wire/wire.js";
import { PLAIN_SOCKETS } from "./socket-options.js";
import { listen, wires } from "./wires.js";

const OPTIONS: SocketOptions = {
  ...PLAIN_SOCKETS,
  maxPayloadLength: 16 * 1024 * 1024,
  backpressureLimit: 64 * 1024 * 1024,
  idleTimeout: 120,
  sendPings: true,
};

const ECHO: SocketReceiver = {
  open() {},
  message(socket, message) {
    socket.send(message, true);
  },
  ping() {},
  pong() {},
  drain() {},
  close() {},
};

async function connect(
  wire: Wire,
  options: Partial<SocketOptions> = {},
  extensions: string | null = null,
): Promise<{ client: FrameClient }> {
  const listener = listen(wire, (exchange) => {
    exchange.upgrade(null, [], "");
  });
  listener.acceptSockets({ ...OPTIONS, ...options }, ECHO);
  const client = await FrameClient.open(listener.port, {
    headers: { "Sec-WebSocket-Extensions": extensions },
  });
  expect(client.status).toBe("HTTP/1.1 101 Switching Protocols");
  return { client };
}

const DATA = new Uint8Array(Array.from({ length: 70_000 }, (_, i) => i & 0xff));
const CLOSE_1000 = frame("close", closePayload(1000));

/** What comes back for a message. */
const shown = (kind: "text" | "binary", payload: string | Uint8Array): string => {
  if (typeof payload === "string") return payload === "" ? "text" : `text ${JSON.stringify(payload)}`;
  return `${kind} ${payload.length}`;
};

/** Sends, closes with 1000, and gives the frames that came: kinds, and payloads or lengths. */
async function talk(client: FrameClient, frames: readonly Uint8Array[], chop = 0): Promise<string[]> {
  const bytes = Buffer.concat([...frames, CLOSE_1000]);
  for (let at = 0; at < bytes.length; at += chop || bytes.length) {
    client.write(bytes.subarray(at, at + (chop || bytes.length)));
    if (chop > 0) await new Promise((resolve) => setImmediate(resolve));
  }
  const seen: string[] = [];
  for (;;) {
    const one = await client.frame(10_000);
    if (one === null) return [...seen, "<end>"];
    const { opcode, payload } = one;
    if (opcode === 1)
      seen.push(payload.length > 1000 ? `text ${payload.length}` : shown("text", payload.toString()));
    else if (opcode === 2) seen.push(`binary ${payload.length}`);
    else if (opcode === 10) seen.push(`pong ${payload.toString("latin1")}`);
    else if (opcode === 8) seen.push(payload.length < 2 ? "close" : `close ${payload.readUInt16BE()}`);
    else seen.push(`opcode ${opcode}`);
  }
}

/** The connection must fail: nothing of the offending message comes back, and it ends. */
function expectFailure(seen: readonly string[], before: readonly string[] = []): void {
  const rest = [...seen];
  for (const one of before) {
    // What came before the offence may be answered, or not any more.
    if (rest[0] === one) rest.shift();
  }
  expect(rest.at(-1)).toBe("<end>");
  for (const one of rest.slice(0, -1)) expect(one).toMatch(/^close( 100[27])?$/);
}

const OK = ["close 1000", "<end>"];

describe.each(wires)("Autobahn on the $name wire", ({ name, wire }) => {
  describe("1: framing", () => {
    it.each([0, 125, 126, 127, 128, 65_535, 65_536])("1.1 echoes text of %d bytes", async (size) => {
      const { client } = await connect(wire);
      const text = "*".repeat(size);
      const expected = size > 1000 ? `text ${size}` : shown("text", text);
      expect(await talk(client, [frame("text", text)])).toEqual([expected, ...OK]);
    });

    it.each([0, 125, 126, 127, 128, 65_535, 65_536])("1.2 echoes binary of %d bytes", async (size) => {
      const { client } = await connect(wire);
      expect(await talk(client, [frame("binary", DATA.subarray(0, size))])).toEqual([
        `binary ${size}`,
        ...OK,
      ]);
    });

    it.each([1, 997])("1.1.8 and 1.2.8 take 65536 bytes in pieces of %d", async (chop) => {
      const { client } = await connect(wire);
      const size = chop === 1 ? 2000 : 65_536;
      expect(await talk(client, [frame("binary", DATA.subarray(0, size))], chop)).toEqual([
        `binary ${size}`,
        ...OK,
      ]);
    });
  });

  describe("2: pings and pongs", () => {
    it("2.1–2.4 answers pings with what they hold", async () => {
      const { client } = await connect(wire);
      const long = "x".repeat(125);
      expect(
        await talk(client, [
          frame("ping"),
          frame("ping", "Hello"),
          frame("ping", "\u0000\u007f"),
          frame("ping", long),
        ]),
      ).toEqual(["pong ", "pong Hello", "pong \u0000\u007f", `pong ${long}`, ...OK]);
    });

    it("2.5 fails for a ping of 126 bytes", async () => {
      const { client } = await connect(wire);
      expectFailure(await talk(client, [frame("ping", "x".repeat(126))]));
    });

    it("2.6 takes a ping byte by byte", async () => {
      const { client } = await connect(wire);
      expect(await talk(client, [frame("ping", "x".repeat(125))], 1)).toEqual([
        `pong ${"x".repeat(125)}`,
        ...OK,
      ]);
    });

    it("2.7–2.9 says nothing to pongs that were not asked for", async () => {
      const { client } = await connect(wire);
      expect(await talk(client, [frame("pong"), frame("pong", "unasked"), frame("ping", "p")])).toEqual([
        "pong p",
        ...OK,
      ]);
    });

    it("2.10 and 2.11 answers ten pings in order", async () => {
      const pings = Array.from({ length: 10 }, (_, i) => frame("ping", `payload-${i}`));
      for (const chop of [0, 1]) {
        const { client } = await connect(wire);
        const seen = await talk(client, pings, chop);
        expect(seen).toEqual([...pings.map((_, i) => `pong payload-${i}`), ...OK]);
      }
    });
  });

  describe("3: reserved bits", () => {
    it.each([1, 2, 3, 4, 5, 6, 7])("3.%d fails for RSV %d", async (rsv) => {
      for (const chop of [0, 1]) {
        const { client } = await connect(wire);
        const kind = rsv < 5 ? "text" : rsv === 5 ? "binary" : rsv === 6 ? "ping" : "close";
        const frames = [
          frame("text", "Hello"),
          frame(kind, kind === "close" ? "" : "*", { rsv }),
          frame("ping"),
        ];
        expectFailure(await talk(client, frames, chop), ['text "Hello"']);
      }
    });
  });

  describe("4: opcodes", () => {
    it.each([3, 4, 5, 6, 7, 11, 12, 13, 14, 15])("4.1 and 4.2 fail for opcode %d", async (opcode) => {
      for (const [payload, before, chop] of [
        ["", false, 0],
        ["reserved", false, 0],
        ["", true, 0],
        ["reserved", true, 0],
        ["reserved", true, 1],
      ] as const) {
        const { client } = await connect(wire);
        const frames = [...(before ? [frame("text", "Hello")] : []), frame(opcode, payload), frame("ping")];
        expectFailure(await talk(client, frames, chop), ['text "Hello"']);
      }
    });
  });

  describe("5: fragmentation", () => {
    const more = { fin: false };
    it.each(["ping", "pong"])("5.1 and 5.2 fail for a %s in fragments", async (kind) => {
      const { client } = await connect(wire);
      expectFailure(await talk(client, [frame(kind, "a", more), frame("continuation", "b")]));
    });

    it("5.3–5.8 joins fragments, with pings between", async () => {
      for (const chop of [0, 1]) {
        const { client } = await connect(wire);
        const frames = [
          frame("text", "fragment1", more),
          frame("ping", "ping1"),
          frame("continuation", "fragment2", more),
          frame("ping", "ping2"),
          frame("continuation", "fragment3"),
        ];
        expect(await talk(client, frames, chop)).toEqual([
          "pong ping1",
          "pong ping2",
          'text "fragment1fragment2fragment3"',
          ...OK,
        ]);
      }
    });

    it.each([
      ["5.9 a continuation first", [frame("continuation", "x"), frame("text", "Hello")]],
      ["5.10 an unfinished continuation first", [frame("continuation", "x", more), frame("text", "Hello")]],
      [
        "5.12 a continuation behind a message",
        [frame("text", "a"), frame("continuation", "b"), frame("text", "c")],
      ],
      [
        "5.15 a continuation behind joined fragments",
        [
          frame("text", "a", more),
          frame("continuation", "b"),
          frame("continuation", "c", more),
          frame("text", "d"),
        ],
      ],
      [
        "5.16 fragments that begin as continuations",
        [frame("continuation", "a", more), frame("text", "b", more), frame("continuation", "c")],
      ],
      ["5.18 text within text", [frame("text", "a", more), frame("text", "b")]],
    ])("%s fails", async (_, frames) => {
      const { client } = await connect(wire);
      expectFailure(await talk(client, frames), ['text "a"', 'text "ab"']);
    });

    it("5.19 and 5.20 joins five fragments with pings between, after a pause", async () => {
      const { client } = await connect(wire);
      client.write(
        Buffer.concat([frame("text", "1", more), frame("continuation", "2", more), frame("ping", "p1")]),
      );
      expect(await client.next()).toBe("pong p1");
      const rest = [
        frame("continuation", "3", more),
        frame("continuation", "4", more),
        frame("ping", "p2"),
        frame("continuation", "5"),
      ];
      expect(await talk(client, rest)).toEqual(["pong p2", 'text "12345"', ...OK]);
    });
  });

  describe("6: UTF-8", () => {
    const VALID = [
      "",
      "Hello-\u00b5@\u00df\u00f6\u00e4\u00fc\u00e0\u00e1-UTF-8!!",
      "\u03ba\u1f79\u03c3\u03bc\u03b5",
      "\u0000",
      "\u0080",
      "\u0800",
      "\u{10000}",
      "\u007f",
      "\u07ff",
      "\uffff",
      "\u{10ffff}",
      "\ud7ff",
      "\ue000",
      "\ufffd",
      "\ufffe",
      "\u{1fffe}",
    ];
    it("6.1–6.2, 6.5–6.7, 6.9, 6.11, 6.22, 6.23 echo what is valid, whole, in fragments and byte by byte", async () => {
      for (const text of VALID) {
        const bytes = Buffer.from(text);
        const fragments = Array.from(bytes, (_, i) =>
          frame(i === 0 ? "text" : "continuation", bytes.subarray(i, i + 1), { fin: i === bytes.length - 1 }),
        );
        for (const [frames, chop] of [
          [[frame("text", text)], 0],
          [fragments, 0],
          [fragments, 1],
        ] as const) {
          if (frames.length === 0) continue;
          const { client } = await connect(wire);
          expect(await talk(client, frames, chop)).toEqual([shown("text", text), ...OK]);
        }
      }
    });

    const INVALID: Record<string, number[]> = {
      "6.3 a surrogate between valid text": [0xce, 0xba, 0xed, 0xa0, 0x80, 0x65],
      "6.4 a code point beyond U+10FFFF": [0xce, 0xba, 0xf4, 0x90, 0x80, 0x80, 0x65],
      "6.8 five bytes": [0xf8, 0x88, 0x80, 0x80, 0x80],
      "6.10 six bytes": [0xfc, 0x84, 0x80, 0x80, 0x80, 0x80],
      "6.12 too large": [0xf7, 0xbf, 0xbf, 0xbf],
      "6.14 a continuation byte alone": [0x80],
      "6.14.10 many of them": [0xbf, 0x80, 0xbf, 0x80],
      "6.15 a lonely start": [0xc0, 0x20],
      "6.16 cut after one of three": [0xe2],
      "6.17 cut after three of four": [0xf0, 0x9f, 0x98],
      "6.18 impossible bytes": [0xfe, 0xff],
      "6.19 an overlong slash": [0xc0, 0xaf],
      "6.20 an overlong NUL": [0xe0, 0x80, 0x80],
      "6.21 a high surrogate": [0xed, 0xad, 0xbf],
    };
    it.each(Object.entries(INVALID))("%s fails, whole and in fragments", async (_, bytes) => {
      const fragments = bytes.map((byte, i) =>
        frame(i === 0 ? "text" : "continuation", Uint8Array.of(byte), { fin: i === bytes.length - 1 }),
      );
      for (const [frames, chop] of [
        [[frame("text", Uint8Array.from(bytes))], 0],
        [fragments, 0],
        [fragments, 1],
      ] as const) {
        const { client } = await connect(wire);
        expectFailure(await talk(client, frames, chop));
      }
    });
  });

  describe("7: closing", () => {
    it("7.1 ignores what comes behind a Close frame", async () => {
      const { client } = await connect(wire);
      expect(
        await talk(client, [frame("text", "Hello"), CLOSE_1000, frame("text", "late"), frame("ping")]),
      ).toEqual(['text "Hello"', ...OK]);
    });

    it("7.1.5 closes in the middle of a message", async () => {
      const { client } = await connect(wire);
      expect(
        await talk(client, [frame("text", "a", { fin: false }), CLOSE_1000, frame("continuation", "b")]),
      ).toEqual(OK);
    });

    it("7.3 answers an empty Close frame with one, and takes 123 bytes of reason", async () => {
      const { client } = await connect(wire);
      expect(await talk(client, [frame("close")])).toEqual(["close", "<end>"]);
      const second = await connect(wire);
      expect(await talk(second.client, [frame("close", closePayload(1000, "*".repeat(123)))])).toEqual(OK);
    });

    it.each([
      ["7.3.2 one byte", Uint8Array.of(3)],
      ["7.3.6 a reason of 124 bytes", closePayload(1000, "*".repeat(124))],
      ["7.5 a reason that is not UTF-8", closePayload(1000, Uint8Array.of(0xce, 0xba, 0xed, 0xa0, 0x80))],
    ])("%s fails", async (_, payload) => {
      const { client } = await connect(wire);
      expectFailure(await talk(client, [frame("close", payload)]));
    });

    // uWebSockets.js takes 3000–3999 for invalid (the listed difference "websocket-close-codes").
    const codes = [1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 4000, 4999];
    it.each(name === "node" ? [...codes, 3000, 3999] : codes)("7.7 answers code %d with it", async (code) => {
      const { client } = await connect(wire);
      expect(await talk(client, [frame("close", closePayload(code))])).toEqual([`close ${code}`, "<end>"]);
    });

    it.each([0, 999, 1004, 1005, 1006, 1016, 1100, 2000, 2999, 5000, 65_535])(
      "7.9 and 7.13 fail for code %d",
      async (code) => {
        const { client } = await connect(wire);
        expectFailure(await talk(client, [frame("close", closePayload(code))]));
      },
    );
  });

  describe("9: sizes", () => {
    it.each([64 * 1024, 1024 * 1024, 8 * 1024 * 1024, 16 * 1024 * 1024])(
      "9.1 and 9.2 echo %d bytes",
      async (size) => {
        const { client } = await connect(wire);
        const bytes = Buffer.alloc(size, "*");
        expect(await talk(client, [frame("text", bytes)])).toEqual([`text ${size}`, ...OK]);
        const second = await connect(wire);
        expect(await talk(second.client, [frame("binary", bytes)])).toEqual([`binary ${size}`, ...OK]);
      },
    );

    it.each([256, 4096, 65_536])("9.3 and 9.4 join 1 MiB from fragments of %d bytes", async (size) => {
      const { client } = await connect(wire);
      const all = 1024 * 1024;
      const frames = Array.from({ length: all / size }, (_, i) =>
        frame(i === 0 ? "binary" : "continuation", Buffer.alloc(size), { fin: (i + 1) * size === all }),
      );
      expect(await talk(client, frames)).toEqual([`binary ${all}`, ...OK]);
    });

    it.each([1024, 8192])("9.5 and 9.6 take 1 MiB in pieces of %d bytes", async (chop) => {
      const { client } = await connect(wire);
      expect(await talk(client, [frame("binary", Buffer.alloc(1024 * 1024))], chop)).toEqual([
        `binary ${1024 * 1024}`,
        ...OK,
      ]);
    });

    it("9.7 and 9.8 echo a thousand messages", async () => {
      const { client } = await connect(wire);
      const frames = Array.from({ length: 1000 }, (_, i) => frame("text", `message ${i}`));
      const seen = await talk(client, frames);
      expect(seen).toEqual([...frames.map((_, i) => `text "message ${i}"`), ...OK]);
    });
  });

  describe("12 and 13: permessage-deflate", () => {
    const agreements: [name: string, options: Partial<SocketOptions>, offer: string][] = [
      ["12: shared", { compress: "shared", decompress: "shared" }, "permessage-deflate"],
      [
        "13.1: client_max_window_bits",
        { compress: "shared", decompress: "shared" },
        "permessage-deflate; client_max_window_bits",
      ],
      ["13.2: with memory", { compress: 256, decompress: 256 }, "permessage-deflate; client_max_window_bits"],
      ["13.3: small windows", { compress: 4, decompress: 4 }, "permessage-deflate; client_max_window_bits"],
      [
        "13.5: server_max_window_bits",
        { compress: 256, decompress: "shared" },
        "permessage-deflate; server_max_window_bits=9",
      ],
    ];
    it.each(agreements)("%s echoes messages of all sizes", async (_, options, offer) => {
      const { client } = await connect(wire, options, offer);
      expect(
        client.fields.some((field) => field.startsWith("Sec-WebSocket-Extensions: permessage-deflate")),
      ).toBe(true);
      for (const size of [16, 64, 256, 1024, 4096, 8192, 16_384, 32_768, 65_536, 131_072]) {
        const text = JSON.stringify({ size, text: "lorem ipsum ".repeat(size) }).slice(0, size);
        client.write(frame("text", deflated(text), { rsv: 4 }));
        expect(await client.inflatedText()).toBe(text);
        const half = deflated(text);
        client.write(frame("text", half.subarray(0, 5), { rsv: 4, fin: false }));
        client.write(frame("continuation", half.subarray(5)));
        expect(await client.inflatedText()).toBe(text);
      }
      client.text("plain");
      expect(await client.inflatedText()).toBe("plain");
      client.write(CLOSE_1000);
      expect(await client.next()).toBe('close 1000 ""');
    });

    it("inflates no further than a message may be", async () => {
      const { client } = await connect(
        wire,
        { compress: "shared", decompress: "shared", maxPayloadLength: 100_000 },
        "permessage-deflate",
      );
      const before = process.memoryUsage().rss;
      client.write(frame("binary", deflated(Buffer.alloc(256 * 1024 * 1024)), { rsv: 4 }));
      expect(await client.rest()).toMatch(/<closed>$/);
      expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);
    });
  });
});
