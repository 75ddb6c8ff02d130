// @covers Serve.Options.routes
import { listen } from "../../client.ts";
import { reply } from "../files/_reply.ts";

// What a route gives to a static Response and what it does to the same Response of a handler.
const make = () => new Response("same", { headers: { "Last-Modified": "Tue, 02 Jan 2024 03:04:05 GMT", "X-A": "b" } });
const tagged = () => new Response("same", { headers: { ETag: '"t"' } });
const server = Bun.serve({
  ...listen(),
  routes: { "/static": make(), "/handler": make, "/static-tag": tagged(), "/handler-tag": tagged },
  fetch: () => new Response("fetch"),
});
for (const path of ["/static", "/handler", "/static-tag", "/handler-tag"]) {
  await reply(server, "GET", path);
  await reply(server, "HEAD", path);
  await reply(server, "GET", path, { "If-None-Match": "*" });
  await reply(server, "GET", path, { "If-None-Match": '"t"' });
  await reply(server, "GET", path, { "If-Match": '"x"' });
  await reply(server, "GET", path, { "If-Modified-Since": "Wed, 03 Jan 2024 03:04:05 GMT" });
  await reply(server, "GET", path, { Range: "bytes=0-1" });
  await reply(server, "GET", path, { Range: "bytes=9-" });
  await reply(server, "OPTIONS", path, { "Content-Length": "0" });
}
await server.stop(true);
