// @covers Serve.Options.routes
// Responses given as routes: served again and again, with an ETag, conditional requests and no copy of later changes.
import { exchange, listen, send } from "../../client.ts";

const text = new Response("static text");
const server = Bun.serve({
  ...listen(),
  routes: { "/text": text, "/bytes": new Response(new Uint8Array([1, 2])), "/empty": new Response(null), "/own": new Response("own", { headers: { etag: '"mine"' } }), "/404": new Response("gone", { status: 404 }), "/blob": new Response(new Blob(["b"], { type: "text/css" })), "/204": new Response(null, { status: 204 }) },
});
for (const path of ["/text", "/text", "/bytes", "/empty", "/own", "/404", "/blob", "/204"]) await exchange(server, "GET", path);
const etag = (await send(server, "GET", "/text")).fields.find(([name]) => name.toLowerCase() === "etag")?.[1];
for (const header of [etag!, `W/${etag}`, `"other", ${etag}`, "*", '"other"', "bad"]) await exchange(server, "GET", "/text", { "If-None-Match": header });
await exchange(server, "HEAD", "/text", { "If-None-Match": etag! });
await exchange(server, "POST", "/text", { "If-None-Match": etag! }, "x");
await exchange(server, "GET", "/own", { "If-None-Match": '"mine"' });
text.headers.set("x-later", "1");
await exchange(server, "GET", "/text");
console.log(text.bodyUsed);
await server.stop(true);
