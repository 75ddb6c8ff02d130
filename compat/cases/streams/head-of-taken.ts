// @covers Response
// HEAD of a stream that somebody else reads, or read, tells of chunks; GET of it fails.
import { listen, raw } from "../../client.ts";
const stream = () => new ReadableStream({ start(c) { c.enqueue("x"); c.close(); } });
const ways: Record<string, () => any> = {
  locked: () => { const source = stream(); const response = new Response(source); source.getReader(); return response; },
  "read-in-part": async () => { const source = stream(); const response = new Response(source); const reader = source.getReader(); await reader.read(); reader.releaseLock(); return response; },
  "read-whole": async () => { const response = new Response(stream()); await response.text(); return response; },
  cancelled: async () => { const response = new Response(stream()); await response.body?.cancel(); return response; },
  teed: () => { const response = new Response(stream()); response.body?.tee(); return response; },
  held: () => { const response = new Response("x"); response.body?.getReader(); return response; },
  "held-once": () => { const response = new Response("x"); response.body?.getReader().releaseLock(); return response; },
  text: async () => { const response = new Response("x"); await response.text(); return response; },
};
const server = Bun.serve({ ...listen(), development: false, fetch: (request) => ways[new URL(request.url).pathname.slice(1)]?.(), error: (error: any) => new Response(error.code) });
for (const method of ["HEAD", "GET"])
  for (const way of Object.keys(ways)) console.log(method, way, JSON.stringify((await raw(server, `${method} /${way} HTTP/1.1\r\nHost: a\r\n\r\n`)).replace(/Date: .*\r\n/, "")));
await server.stop(true);
