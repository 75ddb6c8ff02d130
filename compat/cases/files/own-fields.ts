// @covers Serve.Options.fetch
import { attempt, listen } from "../../client.ts";
import { folder, put, reply } from "./_reply.ts";

const made = folder();
const file = put(`${made}/f.bin`);
const tables: Record<string, HeadersInit> = {
  type: { "Content-Type": "text/own" },
  "type-empty": { "Content-Type": "" },
  disposition: { "Content-Disposition": "attachment" },
  encoding: { "Content-Encoding": "gzip" },
  "accept-ranges": { "Accept-Ranges": "none" },
  "content-range": { "Content-Range": "bytes 0-9/10" },
  "content-range-bad": { "Content-Range": "x" },
  etag: { ETag: '"mine"' },
  modified: { "Last-Modified": "Wed, 03 Jan 2024 03:04:05 GMT" },
  "modified-bad": { "Last-Modified": "yesterday" },
  cookies: [["Set-Cookie", "a=1"], ["Set-Cookie", "b=2"]],
  cache: { "Cache-Control": "public, max-age=60", Vary: "Accept" },
  repeated: [["X-A", "1"], ["X-A", "2"]],
};
for (const [name, headers] of Object.entries(tables)) {
  await attempt(name, async () => {
    const server = Bun.serve({
      ...listen(),
      routes: { "/route": new Response(Bun.file(file), { headers }), "/handler": () => new Response(Bun.file(file), { headers }) },
      fetch: () => new Response("fetch"),
    });
    for (const path of ["/route", "/handler"]) {
      await reply(server, "GET", path);
      await reply(server, "HEAD", path);
      await reply(server, "GET", path, { Range: "bytes=1-2" });
      await reply(server, "GET", path, { Range: "bytes=99-" });
      await reply(server, "GET", path, { "If-None-Match": '"mine"' });
      await reply(server, "GET", path, { "If-Modified-Since": "Wed, 03 Jan 2024 03:04:05 GMT" });
    }
    await server.stop(true);
    return "served";
  });
}
