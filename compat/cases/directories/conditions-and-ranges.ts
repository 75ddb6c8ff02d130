// @covers Serve.DirectoryRouteOptions.dir
import { mkdirSync } from "node:fs";
import { listen } from "../../client.ts";
import { CHANGED, folder, put, reply } from "../files/_reply.ts";

const made = folder();
mkdirSync(`${made}/sub`);
put(`${made}/a.txt`);
put(`${made}/empty`, "");
put(`${made}/sub/index.html`, "<p>index</p>");
const server = Bun.serve({ ...listen(), routes: { "/s/*": { dir: made } }, fetch: () => new Response("fetch") });
for (const path of ["/s/a.txt", "/s/empty", "/s/sub/", "/s/sub", "/s/nope", "/s/"]) {
  const tag = 'W/"a-65937d25"';
  for (const headers of [
    {},
    { "If-None-Match": tag },
    { "If-None-Match": '"a-65937d25"' },
    { "If-None-Match": `"x", ${tag}` },
    { "If-None-Match": "*" },
    { "If-Match": tag },
    { "If-Match": "*" },
    { "If-Modified-Since": CHANGED },
    { "If-Unmodified-Since": "Mon, 01 Jan 2024 03:04:05 GMT" },
    { "If-None-Match": '"x"', "If-Modified-Since": CHANGED },
    { Range: "bytes=1-3" },
    { Range: "bytes=1-3", "If-Range": tag },
    { Range: "bytes=1-3", "If-Range": CHANGED },
    { Range: "bytes=1-3", "If-None-Match": tag },
    { Range: "bytes=1-3,5-6" },
    { Range: "bytes=-2" },
    { Range: "bytes=50-" },
  ] as Record<string, string>[]) {
    await reply(server, "GET", path, headers);
    await reply(server, "HEAD", path, headers);
  }
  for (const method of ["POST", "PUT", "DELETE", "OPTIONS", "PATCH"]) await reply(server, method, path, { "Content-Length": "0", Range: "bytes=1-3" });
}
await server.stop(true);
