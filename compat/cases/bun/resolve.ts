// @covers resolve, resolveSync, indexOfLine, ArrayBufferSink, dns.lookup, dns.prefetch
// Paths of modules, and other small members.
const here = import.meta.dir;
const show = async (name: string, run: () => unknown): Promise<void> => {
  try {
    const value = await run();
    console.log(name, typeof value === "string" ? value.replace(here, "") : value);
  } catch (error) {
    const { name: kind, message, code } = error as NodeJS.ErrnoException;
    console.log(name, kind, message.replaceAll(here, ""), code);
  }
};
await show("file", () => Bun.resolveSync("./uuid.ts", here));
await show("extension", () => Bun.resolveSync("./uuid", `${here}/`));
await show("promise", () => Bun.resolve("./uuid", here));
await show("built in", () => [Bun.resolveSync("fs", here), Bun.resolveSync("node:fs", here), Bun.resolveSync("bun", here)]);
await show("no file", () => Bun.resolveSync("./no-such-file", here));
await show("no package", () => Bun.resolve("no-such-package-here/part", here));
await show("no folder", () => Bun.resolveSync("./uuid.ts", undefined as never));
await show("nothing", () => Bun.resolveSync(undefined as never, undefined as never));
await show("empty", () => Bun.resolveSync("", here));

const text = Buffer.from("é\nb\r\nc");
await show("lines", () => [0, 2, 3, 6, -1, 99].map((offset) => Bun.indexOfLine(text, offset)));
await show("no bytes", () => Bun.indexOfLine("x" as never, 0));

const sink = new Bun.ArrayBufferSink();
console.log(sink.write("h"), sink.write(new Uint8Array([105])), sink.end());
sink.start({ asUint8Array: true, stream: true });
console.log(sink.write("abc"), sink.flush(), sink.write("d"), sink.end());

await show("dns", () => Bun.dns.lookup("127.0.0.1"));
await show("unknown host", () => Bun.dns.lookup("no-such-host.invalid"));
Bun.dns.prefetch("localhost", 80);
