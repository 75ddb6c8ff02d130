// @covers Serve.Options.routes
import { attempt, listen } from "../../client.ts";
import { reply } from "../files/_reply.ts";

const bytes = new TextEncoder().encode("0123456789");
const used = new Response("used");
await used.text();
const cloned = new Response("cloned");
const touched = new Response("touched");
void touched.body;
const bodies: Record<string, () => any> = {
  text: () => new Response("ünï"),
  empty: () => new Response(""),
  none: () => new Response(),
  null: () => new Response(null),
  bytes: () => new Response(bytes),
  buffer: () => new Response(bytes.buffer),
  part: () => new Response(bytes.subarray(2, 5)),
  view: () => new Response(new DataView(bytes.buffer, 1, 3)),
  floats: () => new Response(new Float32Array(2)),
  "node buffer": () => new Response(Buffer.from("buffer")),
  blob: () => new Response(new Blob(["blob"], { type: "text/x" })),
  "blob without type": () => new Response(new Blob(["blob"])),
  "blob part": () => new Response(new Blob(["0123456789"]).slice(2, 4)),
  file: () => new Response(new File(["file"], "n.txt", { type: "text/y" })),
  form: () => new Response(new URLSearchParams({ a: "b c" })),
  json: () => Response.json({ a: "ü" }),
  "json text": () => Response.json("x"),
  "json null": () => Response.json(null),
  stream: () => new Response(new ReadableStream({ start: (controller) => controller.close() })),
  "stream with data": () => new Response(new ReadableStream({ start: (c) => (c.enqueue(bytes), c.close()) })),
  generator: () =>
    new Response(
      (async function* () {
        yield "x";
      })() as any,
    ),
  error: () => Response.error(),
  redirect: () => Response.redirect("http://x/y", 307),
  used: () => used,
  clone: () => cloned.clone(),
  "cloned from": () => cloned,
  touched: () => touched,
  subclass: () => new (class Own extends Response {})("subclass"),
};
for (const [name, make] of Object.entries(bodies)) {
  await attempt(name, async () => {
    const response = make();
    const server = Bun.serve({ ...listen(), routes: { "/a": response }, fetch: () => new Response("fetch") });
    await reply(server, "GET", "/a");
    await reply(server, "HEAD", "/a");
    await server.stop(true);
    return `used ${response.bodyUsed}`;
  });
}
