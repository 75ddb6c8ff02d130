// @covers Serve.Options.routes
import { listen } from "../../client.ts";
import { CHANGED, folder, put, reply } from "./_reply.ts";

const made = folder();
const file = put(`${made}/f.txt`);
const server = Bun.serve({
  ...listen(),
  routes: {
    "/plain": Bun.file(file),
    "/tagged": new Response(Bun.file(file), { headers: { ETag: '"e"' } }),
    "/weak": new Response(Bun.file(file), { headers: { ETag: 'W/"e"' } }),
    "/dated": new Response(Bun.file(file), { headers: { "Last-Modified": "Wed, 03 Jan 2024 03:04:05 GMT" } }),
    "/d/*": { dir: made },
    "/handler": () => new Response(Bun.file(file), { headers: { ETag: '"e"', "Last-Modified": CHANGED } }),
  },
  fetch: () => new Response("fetch"),
});
const validators = [
  CHANGED, "Tue, 02 Jan 2024 03:04:06 GMT", "Mon, 01 Jan 2024 00:00:00 GMT", "Wed, 03 Jan 2024 03:04:05 GMT", "Tuesday, 02-Jan-24 03:04:05 GMT", "Tue Jan  2 03:04:05 2024",
  "2024-01-02T03:04:05Z", '"e"', 'W/"e"', '"e", "f"', "*", "e", "nonsense",
];
for (const path of ["/plain", "/tagged", "/weak", "/dated", "/d/f.txt", "/handler"]) {
  for (const validator of validators) {
    await reply(server, "GET", path, { Range: "bytes=2-4", "If-Range": validator });
  }
  await reply(server, "GET", path, { Range: "bytes=99-", "If-Range": CHANGED });
  await reply(server, "GET", path, { Range: "bytes=99-", "If-Range": '"other"' });
  await reply(server, "GET", path, { "If-Range": CHANGED });
  await reply(server, "HEAD", path, { Range: "bytes=2-4", "If-Range": CHANGED });
  await reply(server, "GET", path, { Range: "bytes=2-4", "If-Range": CHANGED, "If-Modified-Since": CHANGED });
}
await server.stop(true);
