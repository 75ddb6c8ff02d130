// @covers Serve.Options.routes
import { listen } from "../../client.ts";
import { CHANGED, folder, put, reply } from "./_reply.ts";

const dir = folder();
const digits = put(`${dir}/n.bin`);
const of = (init?: ResponseInit) => new Response(Bun.file(digits), init);
const server = Bun.serve({
  ...listen(),
  routes: {
    "/n": Bun.file(digits),
    "/slice": Bun.file(digits).slice(2, 6),
    "/201": of({ status: 201, headers: { etag: '"mine"' } }),
    "/tag": of({ headers: { etag: '"mine"' } }),
    "/weak": of({ headers: { etag: 'W/"mine"' } }),
    "/dated": of({
      headers: { "last-modified": "Mon, 01 Jan 2024 00:00:00 GMT", "cache-control": "no-store" },
    }),
  },
  fetch: () => new Response("from fetch", { status: 299 }),
});
const dates = [
  CHANGED,
  "Tue, 02 Jan 2024 03:04:06 GMT",
  "Tue, 02 Jan 2024 03:04:04 GMT",
  "Tuesday, 02-Jan-24 03:04:05 GMT",
  "Tue Jan  2 03:04:05 2024",
  "junk",
  "",
  "0",
  "Wed, 02 Jan 2999 00:00:00 GMT",
  "Tue, 02 Jan 2024 04:04:05 +0100",
];
for (const date of dates) {
  await reply(server, "GET", "/n", { "If-Modified-Since": date });
  await reply(server, "GET", "/n", { "If-Unmodified-Since": date });
}
for (const path of ["/dated", "/201", "/slice", "/tag"])
  await reply(server, "GET", path, { "If-Modified-Since": CHANGED });
for (const method of ["HEAD", "POST"]) {
  await reply(server, method, "/n", { "If-Modified-Since": CHANGED });
  await reply(server, method, "/n", { "If-Unmodified-Since": "Mon, 01 Jan 2024 00:00:00 GMT" });
  await reply(server, method, "/tag", { "If-Match": '"x"' });
  await reply(server, method, "/tag", { "If-None-Match": '"mine"' });
}
for (const tags of [
  '"mine"',
  'W/"mine"',
  "*",
  '"x"',
  '"x", "mine"',
  '"x",W/"mine"',
  "mine",
  "junk",
  "",
  '"x" "mine"',
  '"mine",',
])
  for (const path of ["/n", "/tag", "/weak", "/201"]) {
    await reply(server, "GET", path, { "If-None-Match": tags });
    await reply(server, "GET", path, { "If-Match": tags });
  }
await reply(server, "GET", "/n", { "If-Modified-Since": CHANGED, "If-None-Match": '"x"' });
await reply(server, "GET", "/n", { "If-Modified-Since": CHANGED, Range: "bytes=1-2" });
await reply(server, "GET", "/tag", {
  "If-Match": '"mine"',
  "If-Unmodified-Since": "Mon, 01 Jan 2024 00:00:00 GMT",
});
await reply(server, "GET", "/tag", { "If-Match": '"x"', "If-None-Match": '"mine"' });
await reply(server, "GET", "/tag", { "If-Match": '"mine"', "If-None-Match": '"mine"' });
await reply(server, "GET", "/tag", { "If-Match": '"x"', Range: "bytes=0-1" });
await server.stop(true);
