// @covers Bun.write
import { readFileSync, writeFileSync } from "node:fs";
import { enterFolder } from "./_folder.ts";
import { attempt } from "./_print.ts";

enterFolder();
writeFileSync("source.txt", "hello world");
const stream = (...chunks: unknown[]) =>
  new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
const used = new Response("x");
await used.text();
const locked = stream("a");
locked.getReader();
const contents: [string, unknown][] = [
  ["text", "héllo"], ["empty", ""], ["bytes", new Uint8Array([65, 66])], ["16 bits", new Uint16Array([0x4142, 0x4344])], ["buffer", new Uint8Array([65, 66, 67]).buffer], ["view", new DataView(new Uint8Array([65, 66, 67]).buffer, 1)],
  ["blob", new Blob(["blob"])], ["file", Bun.file("source.txt")], ["slice", Bun.file("source.txt").slice(2, 5)], ["response", new Response("response")], ["response of a file", new Response(Bun.file("source.txt"))], ["response of a stream", new Response(stream(new TextEncoder().encode("st"), new TextEncoder().encode("ream")))],
  ["response of nothing", new Response(null)], ["request", new Request("http://a/", { method: "POST", body: "request" })], ["stream", stream("a", new Uint8Array([66]), new Uint8Array([67]).buffer)], ["parameters", new URLSearchParams("a=b")], ["array", ["a", new Uint8Array([66]), new Blob(["c"]), ["d", null, 1]]], ["nothing in it", []],
  ["number", 12], ["bigint", 1n], ["boolean", true], ["object", { a: 1 }], ["boxed", new String("boxed")], ["regular expression", /x/], ["own toString", { toString: () => "own" }], ["error", new Error("e")],
  ["null", null], ["undefined", undefined], ["symbol", Symbol("x")], ["used response", used], ["locked stream", locked], ["failing stream", new ReadableStream({ start: (controller) => controller.error(new Error("boom")) })], ["stream of numbers", stream(1)], ["missing file", Bun.file("missing")],
];
for (const [name, content] of contents) {
  writeFileSync("a", "before, and longer than everything that is written over it");
  await attempt(name, async () => [await Bun.write("a", content as string), readFileSync("a", "utf8")]);
}
