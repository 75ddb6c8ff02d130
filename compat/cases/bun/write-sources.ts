// @covers Bun.write
import { readFileSync } from "node:fs";
import { attempt } from "../../client.ts";
import { folder, put } from "../files/_reply.ts";

const made = folder();
const source = put(`${made}/source.txt`);
const bytes = new TextEncoder().encode("0123456789");
let count = 0;
const server = Bun.serve({ port: 0, routes: { "/file": Bun.file(source), "/text": new Response("from the net"), "/stream": () => new Response(new Blob(["streamed"]).stream()) }, fetch: () => new Response(null, { status: 404 }) });
const sources: Record<string, () => any> = {
  text: () => "ü",
  "empty text": () => "",
  bytes: () => bytes,
  part: () => bytes.subarray(3, 5),
  buffer: () => bytes.buffer,
  view: () => new DataView(bytes.buffer, 2, 2),
  shorts: () => new Uint16Array([0x4241, 0x4443]),
  node: () => Buffer.from("node"),
  blob: () => new Blob(["blob ", "parts"]),
  "part of blob": () => new Blob(["0123456789"]).slice(2, 5),
  file: () => Bun.file(source),
  response: () => new Response("response"),
  "response of bytes": () => new Response(bytes),
  "response of file": () => new Response(Bun.file(source)),
  "response of stream": () => new Response(new ReadableStream({ start: (c) => (c.enqueue(bytes), c.enqueue(bytes), c.close()) })),
  "response of JSON": () => Response.json({ a: 1 }),
  "empty response": () => new Response(null),
  request: () => new Request("http://x/", { method: "POST", body: "request" }),
  form: () => new Response(new URLSearchParams({ a: "b c" })),
  "fetched text": () => fetch(new URL("/text", server.url)),
  "fetched file": () => fetch(new URL("/file", server.url)),
  "fetched stream": () => fetch(new URL("/stream", server.url)),
  "fetched nothing": () => fetch(new URL("/nope", server.url)),
  array: () => ["a", bytes, new Blob(["b"])],
  number: () => 5,
  object: () => ({ toString: () => "object" }),
  url: () => new URL("http://x/y"),
  date: () => new Date(0).toISOString(),
};
for (const [name, make] of Object.entries(sources)) {
  await attempt(name, async () => {
    const target = `${made}/target-${count++}`;
    const data = await make();
    const written = await Bun.write(target, data);
    const over = `${made}/over`;
    await Bun.write(over, "x".repeat(100));
    let again = "";
    if (!(data instanceof Response) && !(data instanceof Request)) {
      await Bun.write(over, data);
      again = readFileSync(over, "utf8") === readFileSync(target, "utf8") ? "same again" : "differs";
    }
    return `${written} ${JSON.stringify(readFileSync(target, "utf8"))} ${again} ${data.bodyUsed}`;
  });
}
await server.stop(true);
