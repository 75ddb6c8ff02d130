// @covers Request.body
// Streams read as a whole: stream.text(), json(), bytes() and blob().
import { attempt, listen, send } from "../../client.ts";

const chunks = (...list: any[]) => new ReadableStream({ start(c) { for (const chunk of list) c.enqueue(chunk); c.close(); } }) as any;
const streams: Record<string, () => any> = {
  body: () => new Response('[1,"\u00e9"]').body,
  chunks: () => chunks("[1", new TextEncoder().encode(",2]")),
  buffers: () => chunks(new ArrayBuffer(2), new Uint16Array([1])),
  "half characters": () => chunks(new Uint8Array([0xc3]), new Uint8Array([0xa9])),
  empty: () => chunks(),
  failing: () => new ReadableStream({ start(c) { c.enqueue("x"); c.error(new RangeError("boom")); } }),
  later: () => new ReadableStream({ async pull(c) { await 1; c.enqueue("7"); c.close(); } }),
  locked: () => { const stream: any = new Response("x").body; stream.getReader(); return stream; },
  cancelled: () => { const stream: any = new Response("x").body; stream.cancel(); return stream; },
  read: async () => { const stream: any = new Response("x").body; for await (const _ of stream); return stream; },
  "no JSON": () => new Response("{").body,
  "byte order mark": () => new Response("\ufeff1").body,
  blob: () => new Blob(["5"], { type: "x/y" }).stream(),
  generator: () => new Response((async function* () { yield "[4"; yield "]"; })()).body,
  bytes: () => new ReadableStream({ type: "bytes", start(c) { c.enqueue(new Uint8Array([49])); c.close(); } }),
  tee: () => new Response("3").body?.tee()[0],
  piped: () => new Response("6").body?.pipeThrough(new TransformStream()),
};
for (const [name, make] of Object.entries(streams)) {
  for (const reader of ["text", "json", "bytes", "blob"]) {
    await attempt(`${name} ${reader}`, async () => {
      const value = await (await make())[reader]();
      if (value instanceof Blob) return [value.type, value.size, await value.text()];
      return value instanceof Uint8Array ? [...value] : value;
    });
  }
}
await attempt("numbers as text", () => chunks(5).text());
await attempt("no stream", () => (ReadableStream.prototype as any).text.call({}));

const server = Bun.serve({
  ...listen(),
  routes: {
    "/text": async (request: any) => new Response(await request.body.text()),
    "/json": async (request: any) => Response.json(await request.body.json()),
    "/bytes": async (request: any) => new Response(String((await request.body.bytes()).length)),
    "/blob": async (request: any) => new Response(String((await request.body.blob()).size)),
  },
  fetch: () => new Response("fetch"),
});
for (const reader of ["text", "json", "bytes", "blob"]) console.log(reader, (await send(server, "POST", `/${reader}`, {}, '{"a":"\u00e9"}')).body);
const fetched: any = (await fetch(new URL("/json", server.url), { method: "POST", body: "[1]", tls: { rejectUnauthorized: false } } as any)).body;
await attempt("fetched", () => fetched.json());
await server.stop(true);
