// @covers Response
import { attempt } from "../../client.ts";
import { Readable } from "node:stream";
class Letters { async *[Symbol.asyncIterator]() { yield "x"; yield new Uint8Array([65]); } }
const bodies: Record<string, () => any> = {
  text: () => "héé", empty: () => "", null: () => null, undefined: () => undefined, number: () => 5, object: () => ({ a: 1 }), array: () => [1, 2], mixed: () => ["a", new Uint8Array([66]), new Blob(["c"])], boolean: () => true, symbol: () => Symbol("x"), bigint: () => 10n, "array buffer": () => new Uint8Array([65, 66]).buffer, bytes: () => new Uint8Array([65, 66]), window: () => new Uint8Array([65, 66, 67]).subarray(1, 2), "data view": () => new DataView(new Uint8Array([65, 66, 67]).buffer, 1, 1), words: () => new Uint16Array([65]), blob: () => new Blob(["hi"]), "typed blob": () => new Blob(["hi"], { type: "text/html" }), "empty blob": () => new Blob([]), search: () => new URLSearchParams("a=b c"), stream: () => new ReadableStream({ start(c) { c.enqueue("a"); c.enqueue(new Uint8Array([66])); c.close(); } }), generator: () => async function* () { yield "a"; yield new Uint8Array([66]); }, generated: () => (async function* () { yield "a"; })(), iterable: () => new Letters(), readable: () => Readable.from(["a", "b"]), "text object": () => new String("so"), url: () => new URL("http://a/b"), shared: () => new SharedArrayBuffer(2), response: () => new Response("z"), map: () => new Map(),
};
for (const [name, make] of Object.entries(bodies)) {
  await attempt(`${name}: type`, () => String(new Response(make()).headers.get("content-type")));
  await attempt(`${name}: text`, () => new Response(make()).text());
  await attempt(`${name}: bytes`, async () => [...(await new Response(make()).bytes())]);
  await attempt(`${name}: buffer`, async () => (await new Response(make()).arrayBuffer()).byteLength);
  await attempt(`${name}: blob`, async () => { const b = await new Response(make()).blob(); return [b.type, b.size]; });
  await attempt(`${name}: body`, () => new Response(make()).body?.constructor.name);
  await attempt(`${name}: used`, async () => { const r = new Response(make()); const before = [r.bodyUsed, r.body?.locked, r.bodyUsed]; await r.text(); return [before, r.bodyUsed, r.body?.locked]; });
}
await attempt("snapshot of bytes", async () => { const bytes = new Uint8Array([65, 66]); const r = new Response(bytes); bytes[0] = 90; return r.text(); });
await attempt("snapshot of search", async () => { const search = new URLSearchParams("a=1"); const r = new Response(search); search.set("a", "2"); return r.text(); });
