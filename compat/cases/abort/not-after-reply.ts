// @covers Request.signal
// A client that leaves after its reply aborts nothing, whatever the content was.
import { raw, request } from "../../client.ts";
let aborts = 0;
const bodies: Record<string, () => any> = { text: () => "x", nothing: () => null, bytes: () => new Uint8Array(200_000), stream: () => new ReadableStream({ start(c) { c.enqueue("x"); c.close(); } }), generator: () => (async function* () { yield "x"; await new Promise((resolve) => setTimeout(resolve, 5)); yield "y"; })() };
const server = Bun.serve({ port: 0, fetch(req: Request) {
  req.signal.addEventListener("abort", () => { aborts++; });
  return new Response(bodies[new URL(req.url).pathname.slice(1)]!());
} });
for (const name of Object.keys(bodies)) for (const method of ["GET", "HEAD"]) await raw(server, request(method, `/${name}`));
await new Promise((resolve) => setTimeout(resolve, 50));
console.log("aborts", aborts, "pending", server.pendingRequests);
await server.stop(true);
