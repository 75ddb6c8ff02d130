// @covers Request, Response
// A request's body handed straight to the reply, in each form it can take.
import { exchange, listen } from "../../client.ts";
const server = Bun.serve({
  ...listen(),
  async fetch(req: any) {
    const path = new URL(req.url).pathname;
    if (path === "/stream") return new Response(req.body);
    if (path === "/streamTyped") return new Response(req.body, { headers: { "content-type": req.headers.get("content-type") } });
    if (path === "/blob") return new Response(await req.blob());
    if (path === "/buffer") return new Response(await req.arrayBuffer());
    if (path === "/clone") return new Response(req.clone().body);
    if (path === "/bodyOfRequest") return new Response(new Request(req).body);
    return new Response(await req.text());
  },
});
for (const path of ["/stream", "/streamTyped", "/blob", "/buffer", "/clone", "/bodyOfRequest", "/text"]) await exchange(server, "POST", path, { "content-type": "text/x" }, "the body é");
await exchange(server, "POST", "/stream", {}, "");
await exchange(server, "GET", "/stream");
await server.stop(true);
