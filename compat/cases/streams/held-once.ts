// @covers Response.bodyUsed, Request.bodyUsed, Response.body
// Content that stands ready is used up by whoever held its stream once, read or not; a stream of the program's own
// is not.
import { attempt, listen, raw } from "../../client.ts";
const stream = () => new ReadableStream({ start(c) { c.enqueue(new Uint8Array([65, 66])); c.close(); } });
const kinds: Record<string, () => any> = {
  text: () => new Response("x"),
  bytes: () => new Response(new Uint8Array([65])),
  blob: () => new Response(new Blob(["x"])),
  form: () => new Response(new URLSearchParams("a=b")),
  file: () => new Response(Bun.file(import.meta.path).slice(0, 2)),
  request: () => new Request("http://a/", { method: "POST", body: "x" }),
  clone: () => new Response("x").clone(),
  "stream of a blob": () => new Response(new Blob(["x"]).stream()),
  "stream of a message": () => new Response(new Response("x").body),
  "own stream": () => new Response(stream()),
  "own byte stream": () => new Response(new ReadableStream({ type: "bytes", start(c) { c.enqueue(new Uint8Array([65])); c.close(); } })),
  generator: () => new Response((async function* () { yield "x"; })() as any),
  direct: () => new Response(new ReadableStream({ type: "direct", pull(c: any) { c.write("x"); c.end(); } } as any)),
  transformed: () => new Response(new Response("x").body?.pipeThrough(new TransformStream())),
};
const held = (make: () => any) => { const message = make(); message.body.getReader().releaseLock(); return message; };
for (const [kind, make] of Object.entries(kinds)) {
  const message = held(make);
  console.log(kind, message.bodyUsed, message.body.locked);
  await attempt(`${kind}: text`, () => message.text());
  await attempt(`${kind}: body.text`, async () => typeof (await held(make).body.text()));
  await attempt(`${kind}: passed on`, () => new Response(held(make).body).bodyUsed);
  await attempt(`${kind}: clone`, () => held(make).clone().bodyUsed);
  await attempt(`${kind}: read`, async () => (await held(make).body.getReader().read()).done);
  await attempt(`${kind}: iterated`, async () => { let pieces = 0; for await (const _ of held(make).body) pieces++; return pieces; });
}
const server = Bun.serve({
  ...listen(),
  async fetch(request: Request) {
    const reader = request.body?.getReader();
    const before = request.bodyUsed;
    reader?.releaseLock();
    const outcome = await request.text().catch((error) => error.code);
    return new Response([before, request.bodyUsed, request.body?.locked, outcome].join(" "));
  },
});
console.log((await raw(server, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nab")).split("\r\n").at(-1));
await server.stop(true);
