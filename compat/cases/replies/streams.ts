// @covers Response,ReadableStream
import { exchange, listen } from "../../client.ts";

const answers: Record<string, () => any> = {
  started: () => new Response(new ReadableStream({ start(c) { c.enqueue("a"); c.enqueue(new Uint8Array([66])); c.close(); } })),
  pulled: () => { let n = 0; return new Response(new ReadableStream({ async pull(c) { await new Promise((r) => setTimeout(r, 2)); n++ < 3 ? c.enqueue(`part ${n} `) : c.close(); } })); },
  empty: () => new Response(new ReadableStream({ start(c) { c.close(); } })),
  withLength: () => new Response(new ReadableStream({ async pull(c) { await 1; c.enqueue("abc"); c.close(); } }), { headers: { "content-length": "3" } }),
  typed: () => new Response(new ReadableStream({ start(c) { c.enqueue("a"); c.close(); } }), { headers: { "content-type": "text/event-stream" }, status: 201 }),
  buffers: () => new Response(new ReadableStream({ start(c) { c.enqueue(new Uint8Array([65]).buffer); c.enqueue(Buffer.from("b")); c.close(); } })),
  bytes: () => new Response(new ReadableStream({ type: "bytes", start(c) { c.enqueue(new Uint8Array([65])); c.close(); } })),
  transformed: () => new Response(new Response("abc").body!.pipeThrough(new TransformStream({ transform(chunk, c) { c.enqueue(new TextEncoder().encode(new TextDecoder().decode(chunk).toUpperCase())); } }))),
};
const server = Bun.serve({ ...listen(), development: false, fetch: (req: Request) => answers[new URL(req.url).pathname.slice(1)]!() });
for (const name of Object.keys(answers))
  for (const method of ["GET", "HEAD"]) await exchange(server, method, `/${name}`);
await server.stop(true);
