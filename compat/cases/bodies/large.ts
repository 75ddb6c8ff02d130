// @covers Request
import { createHash } from "node:crypto";
const sha = (bytes: Uint8Array) => createHash("sha1").update(bytes).digest("hex");
const server = Bun.serve({
  port: 0,
  async fetch(req: Request) {
    const path = new URL(req.url).pathname;
    if (path === "/slow") { let length = 0; for await (const chunk of req.body as any) { length += chunk.length; await new Promise((r) => setTimeout(r, 1)); } return new Response(`${length}`); }
    return new Response(sha(path === "/bytes" ? await req.bytes() : new TextEncoder().encode(await req.text())));
  },
});
const body = new Uint8Array(3_000_000).map((_, at) => 32 + (at % 90));
for (const path of ["/bytes", "/text", "/slow"]) console.log(path, await (await fetch(new URL(path, server.url), { method: "POST", body })).text());
console.log(sha(body));
await server.stop(true);
