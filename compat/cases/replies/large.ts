// @covers Response
import { createHash } from "node:crypto";
import { raw } from "../../client.ts";
const large = new Uint8Array(5_000_000).map((_, at) => at % 251);
const server = Bun.serve({
  port: 0,
  fetch(req: Request) {
    const path = new URL(req.url).pathname;
    if (path === "/text") return new Response("0123456789".repeat(300_000));
    if (path === "/bytes") return new Response(large);
    return new Response(new ReadableStream({ start(c) { for (let at = 0; at < large.length; at += 100_000) c.enqueue(large.slice(at, at + 100_000)); c.close(); } }));
  },
});
for (const path of ["/text", "/bytes", "/stream"]) {
  const response = await fetch(new URL(path, server.url));
  const body = new Uint8Array(await response.arrayBuffer());
  console.log(path, response.headers.get("content-length"), response.headers.get("transfer-encoding"), body.length, createHash("sha1").update(body).digest("hex"));
}
await server.stop(true);
