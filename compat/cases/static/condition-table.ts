// @covers Serve.Options.routes
import { listen } from "../../client.ts";
import { reply } from "../files/_reply.ts";

const changed = "Tue, 02 Jan 2024 03:04:05 GMT";
const earlier = "Mon, 01 Jan 2024 03:04:05 GMT";
const later = "Wed, 03 Jan 2024 03:04:05 GMT";
const server = Bun.serve({
  ...listen(),
  routes: {
    "/strong": new Response("x", { headers: { ETag: '"e"', "Last-Modified": changed } }),
    "/weak": new Response("x", { headers: { ETag: 'W/"e"' } }),
    "/dated": new Response("", { headers: { "Last-Modified": changed } }),
  },
  fetch: () => new Response("fetch"),
});
const match = [null, "*", '"e"', '"x"', 'W/"e"'];
const dates = [null, changed, earlier, later, "nonsense"];
for (const path of ["/strong", "/weak", "/dated"]) {
  for (const ifMatch of match) {
    for (const ifNoneMatch of match) {
      const headers: Record<string, string> = {};
      if (ifMatch !== null) headers["If-Match"] = ifMatch;
      if (ifNoneMatch !== null) headers["If-None-Match"] = ifNoneMatch;
      await reply(server, "GET", path, headers);
    }
  }
  for (const unmodified of dates) {
    for (const modified of dates) {
      const headers: Record<string, string> = {};
      if (unmodified !== null) headers["If-Unmodified-Since"] = unmodified;
      if (modified !== null) headers["If-Modified-Since"] = modified;
      await reply(server, "GET", path, headers);
    }
  }
  for (const modified of dates.slice(1)) {
    await reply(server, "HEAD", path, { "If-None-Match": '"x"', "If-Modified-Since": modified ?? "" });
    await reply(server, "GET", path, { "If-Match": '"e"', "If-Unmodified-Since": modified ?? "" });
    await reply(server, "POST", path, { "If-Match": '"x"', "If-Unmodified-Since": modified ?? "", "Content-Length": "0" });
  }
}
await server.stop(true);
