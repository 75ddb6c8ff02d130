import { describe, expect, it } from "vitest";
import { withDirectStreams } from "../../src/web/direct-stream.js";
import { Response } from "../../src/web/response.js";

const Stream = withDirectStreams(ReadableStream);

interface Controller {
  write(piece: string | Uint8Array): number;
  flush(): number;
  end(): void;
  close(reason?: Error): void;
}

/** The standard's type has no word for direct sources. */
function direct(pull: (controller: Controller) => unknown, cancel?: () => void): ReadableStream {
  return Reflect.construct(Stream, [{ type: "direct", pull, cancel }]);
}

describe("withDirectStreams", () => {
  it("passes on what the source throws", async () => {
    const broken = direct(() => {
      throw new Error("bad");
    });
    await expect(new Response(broken).text()).rejects.toThrow("bad");
    const closed = direct((controller) => controller.close(new Error("closed")));
    await expect(new Response(closed).text()).rejects.toThrow("closed");
  });

  it("gives what was written, whether or not the source ends it", async () => {
    const ended = direct((controller) => {
      controller.write("a");
      controller.write(new Uint8Array([66]));
      controller.end();
    });
    expect(await new Response(ended).text()).toBe("aB");
    const open = direct(async (controller) => {
      controller.write("a");
      controller.flush();
      await Promise.resolve();
      controller.write("b");
    });
    expect(await new Response(open).text()).toBe("ab");
  });

  it("starts when somebody reads", async () => {
    let pulls = 0;
    const stream = direct((controller) => {
      pulls++;
      controller.end();
    });
    await Promise.resolve();
    expect(pulls).toBe(0);
    await new Response(stream).text();
    expect(pulls).toBe(1);
  });

  it("tells the source that the reader left", async () => {
    let left = false;
    await direct(
      () => undefined,
      () => {
        left = true;
      },
    ).cancel();
    expect(left).toBe(true);
  });

  it("leaves other streams and instanceof alone", async () => {
    const stream = new Stream({ start: (controller) => controller.close() });
    expect(stream instanceof ReadableStream && stream instanceof Stream).toBe(true);
    expect(await new Response(stream).text()).toBe("");
  });
});
