import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { closePayload, frame } from "../../../compat/frames.js";
import { type FrameListener, FrameReader } from "../../../src/wire/node/frame-reader.js";

function readAll(frames: FrameReader, bytes: Buffer): void {
  frames.push(bytes);
  while (frames.next());
}

const OPCODES: Record<string, number> = { continuation: 0, text: 1, binary: 2, ping: 9, pong: 10 };

/** A frame with a mask of its own. */
function masked(kind: string, payload: Uint8Array, fin: boolean, key: Uint8Array): Buffer {
  const bytes = Buffer.from(payload).map((byte, i) => byte ^ (key[i & 3] ?? 0));
  const { length } = payload;
  const head = [(fin ? 0x80 : 0) | (OPCODES[kind] ?? 0)];
  if (length < 126) head.push(0x80 | length);
  else head.push(0x80 | 126, length >> 8, length & 255);
  return Buffer.concat([Buffer.from(head), key, bytes]);
}

/** Everything that a reader says, in order. */
function reader(maxPayloadLength = 1_000_000) {
  const events: string[] = [];
  const listener: FrameListener = {
    maxPayloadLength,
    message: (message) =>
      events.push(
        typeof message === "string" ? `text ${message}` : `binary ${Buffer.from(message).toString("hex")}`,
      ),
    pingFrame: (content) => events.push(`ping ${Buffer.from(content).toString("hex")}`),
    pongFrame: (content) => events.push(`pong ${Buffer.from(content).toString("hex")}`),
    closeFrame: (code, reason) => events.push(`close ${code} ${reason}`),
    fail: (code, reason) => events.push(`fail ${code} ${reason}`),
  };
  const frames = new FrameReader(listener, null);
  return { events, read: (bytes: Buffer) => readAll(frames, bytes) };
}

describe("FrameReader", () => {
  it("reads the same, however the bytes are cut", () => {
    const bytes = Buffer.concat([
      frame("text", "gr\u00fc\u00df", { fin: false }),
      frame("ping", "between"),
      frame("continuation", " \u{1F600}"),
      frame("binary", new Uint8Array(300)),
      frame("pong"),
      frame("close", closePayload(4000, "bye")),
    ]);
    const whole = reader();
    whole.read(bytes);
    expect(whole.events).toHaveLength(5);
    fc.assert(
      fc.property(fc.array(fc.nat(bytes.length)), (cuts) => {
        const { events, read } = reader();
        const points = [0, ...cuts.sort((a, b) => a - b), bytes.length];
        for (let i = 1; i < points.length; i++) read(bytes.subarray(points[i - 1], points[i]));
        expect(events).toEqual(whole.events);
      }),
    );
  });

  it("gives back what was sent, in whatever frames, masks and pieces it comes", () => {
    const content = fc.oneof(
      fc
        .string({ unit: "grapheme", maxLength: 300 })
        .map((text) => ({ kind: "text", bytes: Buffer.from(text), text })),
      fc
        .uint8Array({ maxLength: 300 })
        .map((bytes) => ({ kind: "binary", bytes: Buffer.from(bytes), text: "" })),
    );
    const message = fc.record({
      content,
      cuts: fc.array(fc.nat(300), { maxLength: 4 }),
      between: fc.array(fc.tuple(fc.constantFrom("ping", "pong"), fc.uint8Array({ maxLength: 125 })), {
        maxLength: 3,
      }),
    });
    const key = fc.uint8Array({ minLength: 4, maxLength: 4 });
    const pieces = fc.array(fc.nat(3000), { maxLength: 20 });
    fc.assert(
      fc.property(fc.array(message, { maxLength: 6 }), key, pieces, (messages, mask, cuts) => {
        const expected: string[] = [];
        const sent: Buffer[] = [];
        for (const { content: whole, cuts: places, between } of messages) {
          const { kind, bytes, text } = whole;
          const points = [
            0,
            ...places.map((at) => Math.min(at, bytes.length)).sort((a, b) => a - b),
            bytes.length,
          ];
          for (let i = 1; i < points.length; i++) {
            const fin = i === points.length - 1;
            const part = bytes.subarray(points[i - 1], points[i]);
            sent.push(masked(i === 1 ? kind : "continuation", part, fin, mask));
            if (i > 1 || fin) continue;
            for (const [control, inside] of between) {
              sent.push(masked(control, inside, true, mask));
              expected.push(`${control} ${Buffer.from(inside).toString("hex")}`);
            }
          }
          expected.push(kind === "text" ? `text ${text.toWellFormed()}` : `binary ${bytes.toString("hex")}`);
        }
        const all = Buffer.concat(sent);
        const { events, read } = reader();
        const points = [0, ...cuts.map((at) => Math.min(at, all.length)).sort((a, b) => a - b), all.length];
        for (let i = 1; i < points.length; i++) read(all.subarray(points[i - 1], points[i]));
        expect(events).toEqual(expected);
      }),
    );
  });

  it("takes text for what UTF-8 says it is, and refuses the rest", () => {
    const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 12 }), fc.nat(12), (bytes, cut) => {
        const { events, read } = reader();
        read(frame("text", bytes.subarray(0, cut), { fin: false }));
        read(frame("continuation", bytes.subarray(cut)));
        let expected = "fail 1007 Received invalid UTF-8";
        try {
          expected = `text ${strict.decode(bytes)}`;
        } catch {
          // What no decoder takes.
        }
        expect(events).toEqual([expected]);
      }),
    );
  });

  it("fails at the first wrong bit of a frame's head", () => {
    const head = fc.record({ opcode: fc.nat(15), fin: fc.boolean(), rsv: fc.nat(7), mask: fc.boolean() });
    fc.assert(
      fc.property(head, fc.uint8Array({ maxLength: 130 }), ({ opcode, fin, rsv, mask }, payload) => {
        const { events, read } = reader();
        read(frame(opcode, payload, { fin, rsv, mask }));
        const control = opcode >= 8;
        const known = [1, 2, 8, 9, 10].includes(opcode);
        const sound = known && rsv === 0 && mask && !(control && (!fin || payload.length > 125));
        const failed = events[0]?.startsWith("fail ") ?? false;
        // A text or the content of a Close frame may be wrong by itself.
        if (!sound) expect(failed).toBe(true);
        else if (opcode === 2 || opcode > 8) expect(failed).toBe(false);
      }),
    );
  });

  it("says one thing of bytes that are no frames, and nothing after that", () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 20 }), (chunks) => {
        const { events, read } = reader(500);
        for (const chunk of chunks) read(Buffer.from(chunk));
        const fault = events.findIndex((event) => event.startsWith("fail"));
        if (fault >= 0) expect(fault).toBe(events.length - 1);
      }),
    );
  });

  it("keeps nothing of a message that is only announced", () => {
    const { events, read } = reader(1000);
    read(frame("binary", "", { length: 2 ** 40 }));
    expect(events).toEqual(["fail 1009 Received too big message"]);
  });

  it("counts all fragments of a message", () => {
    const { events, read } = reader(10);
    for (let i = 0; i < 3; i++) read(frame(i === 0 ? "text" : "continuation", "12345", { fin: false }));
    expect(events).toEqual(["fail 1009 Received too big message"]);
  });

  it("reads no further once it was stopped by what it said", () => {
    const events: string[] = [];
    const listener: FrameListener = {
      maxPayloadLength: 100,
      message: (message) => {
        events.push(String(message));
        frames.stop();
      },
      pingFrame() {},
      pongFrame() {},
      closeFrame() {},
      fail: (_, reason) => events.push(reason),
    };
    const frames = new FrameReader(listener, null);
    readAll(frames, Buffer.concat([frame("text", "first"), frame("text", "second")]));
    expect(events).toEqual(["first"]);
  });
});
