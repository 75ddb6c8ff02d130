// @covers Response, Request
// A stream of the program's own is used once it was read from; while somebody holds it, reading is refused.
import { attempt } from "../../client.ts";
const stream = () => new ReadableStream({ start(c) { c.enqueue("st"); c.close(); } });
const readers = ["text", "json", "bytes", "arrayBuffer", "blob", "formData"] as const;
for (const [kind, make] of [["Response", () => new Response(stream())], ["Request", () => new Request("http://a/", { method: "POST", body: stream() })]] as [string, () => any][]) {
  for (const reader of readers) {
    const message = make();
    const held = message.body.getReader();
    await attempt(`${kind}.${reader} held`, () => message[reader]());
    console.log(message.bodyUsed, message.body.locked);
    held.releaseLock();
    console.log(message.bodyUsed, message.body.locked);
  }
  const message = make();
  const held = message.body.getReader();
  await attempt(`${kind}.clone held`, () => message.clone());
  await attempt(`${kind} around a held body`, () => new Response(message.body));
  held.releaseLock();
  await attempt(`${kind}.text released`, () => message.text());
  console.log(message.bodyUsed);
  await attempt(`${kind}.text again`, () => message.text());
  const read = make();
  const reader = read.body.getReader();
  await reader.read();
  console.log(read.bodyUsed);
  reader.releaseLock();
  await attempt(`${kind}.text after a read`, () => read.text());
  const cancelled = make();
  await cancelled.body.cancel();
  console.log(cancelled.bodyUsed);
  await attempt(`${kind}.text after cancel`, () => cancelled.text());
}
for (const [kind, make] of [["own", stream], ["text", () => new Response("x").body], ["bytes", () => new ReadableStream({ type: "bytes", start(c) { c.enqueue(new Uint8Array(1)); c.close(); } })]] as [string, () => any][]) {
  await attempt(`${kind}: BYOB`, async () => (await make().getReader({ mode: "byob" }).read(new Uint8Array(2))).value.length);
  await attempt(`${kind}: no mode`, () => make().getReader({ mode: "other" }));
}
