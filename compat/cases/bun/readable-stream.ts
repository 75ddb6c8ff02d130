// @covers Bun.readableStreamToText
// @covers Bun.readableStreamToBytes
// @covers Bun.readableStreamToJSON
// @covers Bun.readableStreamToArray
// @covers Bun.readableStreamToBlob
// @covers Bun.readableStreamToFormData
// @covers Bun.readableStreamToArrayBuffer
import { attempt, print } from "./_print.ts";

const stream = (...chunks: unknown[]) =>
  new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
const mixed = () => stream("a", new Uint8Array([66]), new Uint8Array([67]).buffer);
await attempt("text", () => Bun.readableStreamToText(mixed()));
await attempt("bytes", () => Bun.readableStreamToBytes(mixed()));
await attempt("buffer", () => Bun.readableStreamToArrayBuffer(mixed()));
await attempt("blob", async () => (await Bun.readableStreamToBlob(mixed())).text());
await attempt("json", () => Bun.readableStreamToJSON(stream('{"a"', ":1}")));
await attempt("array", () => Bun.readableStreamToArray(stream("a", 1, { b: 2 })));
await attempt("form", async () => [...(await Bun.readableStreamToFormData(stream("a=1&b=2")))]);
await attempt("multipart", async () => [...(await Bun.readableStreamToFormData(stream('--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--x--\r\n'), "x"))]);
await attempt("no stream", () => Bun.readableStreamToText(1 as never));
await attempt("nothing", () => (Bun.readableStreamToText as () => unknown)());
const locked = stream("a");
locked.getReader();
await attempt("locked", () => Bun.readableStreamToText(locked));
await attempt("number", () => Bun.readableStreamToText(stream(1)));
await attempt("failing", () => Bun.readableStreamToText(new ReadableStream({ start: (controller) => controller.error(new Error("boom")) })));
await attempt("bad json", () => Bun.readableStreamToJSON(stream("{")));
print("promises", [Bun.readableStreamToText(mixed()) instanceof Promise, Bun.readableStreamToArray(mixed()) instanceof Promise]);
