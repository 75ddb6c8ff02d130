import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { closePayload, frame } from "../../../compat/frames.js";
import { type FrameListener, FrameReader } from "../../../src/wire/node/frame-reader.js";

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
  return { events, frames: new FrameReader(listener, null) };
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
    whole.frames.read(bytes);
    expect(whole.events).toHaveLength(5);
    fc.assert(
      fc.property(fc.array(fc.nat(bytes.length)), (cuts) => {
        const { events, frames } = reader();
        const points = [0, ...cuts.sort((a, b) => a - b), bytes.length];
        for (let i = 1; i < points.length; i++) frames.read(bytes.subarray(points[i - 1], points[i]));
        expect(events).toEqual(whole.events);
      }),
    );
  });

  it("says one thing of bytes that are no frames, and nothing after that", () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 20 }), (chunks) => {
        const { events, frames } = reader(500);
        for (const chunk of chunks) frames.read(Buffer.from(chunk));
        const fault = events.findIndex((event) => event.startsWith("fail"));
        if (fault >= 0) expect(fault).toBe(events.length - 1);
      }),
    );
  });

  it("keeps nothing of a message that is only announced", () => {
    const { events, frames } = reader(1000);
    frames.read(frame("binary", "", { length: 2 ** 40 }));
    expect(events).toEqual(["fail 1009 Received too big message"]);
  });

  it("counts all fragments of a message", () => {
    const { events, frames } = reader(10);
    for (let i = 0; i < 3; i++)
      frames.read(frame(i === 0 ? "text" : "continuation", "12345", { fin: false }));
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
    frames.read(Buffer.concat([frame("text", "first"), frame("text", "second")]));
    expect(events).toEqual(["first"]);
  });
});
