// @covers Serve.Options.routes
import { listen } from "../../client.ts";
import { CHANGED, folder, put, reply } from "./_reply.ts";

const dir = folder();
const digits = put(`${dir}/n.bin`);
const of = (body: Blob, init?: ResponseInit) => new Response(body, init);
const server = Bun.serve({
  ...listen(),
  routes: {
    "/n": Bun.file(digits),
    "/slice": Bun.file(digits).slice(2, 6),
    "/empty": Bun.file(put(`${dir}/empty.txt`, "")),
    "/404": of(Bun.file(digits), { status: 404 }),
    "/206": of(Bun.file(digits), { status: 206 }),
    "/204": of(Bun.file(digits), { status: 204 }),
    "/tag": of(Bun.file(digits), { headers: { etag: '"mine"' } }),
    "/weak": of(Bun.file(digits), { headers: { etag: 'W/"mine"' } }),
    "/dated": of(Bun.file(digits), { headers: { "last-modified": "Mon, 01 Jan 2024 00:00:00 GMT" } }),
    "/content-range": of(Bun.file(digits), { headers: { "content-range": "bytes 0-9/10" } }),
    "/big": Bun.file(put(`${dir}/big.bin`, "ab".repeat(200_000))),
  },
  fetch: () => new Response("from fetch", { status: 299 }),
});
const ranges = [
  "bytes=0-3",
  "bytes=0-",
  "bytes=5-",
  "bytes=-3",
  "bytes=-0",
  "bytes=-100",
  "bytes=3-3",
  "bytes=9-9",
  "bytes=9-100",
  "bytes=10-",
  "bytes=10-20",
  "bytes=100-",
  "bytes=5-2",
  "bytes=",
  "bytes",
  "bytes=a-b",
  "bytes=1-b",
  "bytes= 1-2",
  "bytes=1 - 2",
  "Bytes=1-2",
  "BYTES=1-2",
  "items=0-1",
  "bytes=0-1,3-4",
  "bytes=0-1, 5-",
  "bytes=-1,0-0",
  "bytes=,0-1",
  "bytes=0-1,",
  "bytes=--1",
  "bytes=+1-2",
  "bytes=01-02",
  "bytes=18446744073709551616-",
  "bytes=0-18446744073709551616",
  "bytes=0-18446744073709551615",
  "bytes=99999999999999999999-",
  "bytes=1.5-2",
  "bytes=0x1-2",
  "bytes=-",
  "bytes=1",
  "bytes:0-1",
  "bytes=0-0;x",
  "none",
  "",
  "bytes =0-1",
  "bytes\t= 3 - 4",
  "bytes=20-5",
  "bytes=10-2",
  "bytes=9-2",
];
for (const range of ranges) await reply(server, "GET", "/n", { Range: range });
for (const path of ["/slice", "/empty", "/404", "/206", "/204", "/tag", "/content-range"])
  for (const range of ["bytes=1-2", "bytes=100-", "bytes=-1"])
    await reply(server, "GET", path, { Range: range });
for (const range of ["bytes=1-2", "bytes=100-"])
  for (const method of ["HEAD", "POST", "OPTIONS"]) await reply(server, method, "/n", { Range: range });
for (const range of ["bytes=1000-200000", "bytes=-5", "bytes=399999-"])
  await reply(server, "GET", "/big", { Range: range });
for (const path of ["/n", "/tag", "/weak", "/dated"])
  for (const validator of [
    CHANGED,
    "Tue, 02 Jan 2024 03:04:06 GMT",
    "Tue, 02 Jan 2024 03:04:04 GMT",
    "Tuesday, 02-Jan-24 03:04:05 GMT",
    "Mon, 01 Jan 2024 00:00:00 GMT",
    '"mine"',
    'W/"mine"',
    '"x"',
    "junk",
    "",
    "*",
  ])
    await reply(server, "GET", path, { Range: "bytes=1-2", "If-Range": validator });
await server.stop(true);
