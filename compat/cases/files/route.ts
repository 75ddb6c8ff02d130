// @covers Serve.Options.routes
import { mkdirSync, symlinkSync } from "node:fs";
import { listen } from "../../client.ts";
import { folder, put, reply } from "./_reply.ts";

const dir = folder();
const digits = put(`${dir}/n.bin`);
const text = put(`${dir}/a.txt`, "hello world");
const empty = put(`${dir}/empty.txt`, "");
put(`${dir}/big.bin`, new Uint8Array(300_000).fill(65));
mkdirSync(`${dir}/sub`);
symlinkSync(digits, `${dir}/link`);
const of = (body: Blob, init?: ResponseInit) => new Response(body, init);
const server = Bun.serve({
  ...listen(),
  development: false,
  routes: {
    "/file": Bun.file(text),
    "/response": of(Bun.file(text)),
    "/link": Bun.file(`${dir}/link`),
    "/typed": Bun.file(digits, { type: "text/x" }),
    "/fields": of(Bun.file(text), {
      headers: {
        "X-A": "1",
        "content-type": "q/r",
        etag: '"mine"',
        "last-modified": "Mon, 01 Jan 2024 00:00:00 GMT",
      },
      status: 201,
    }),
    "/order": of(Bun.file(digits), {
      headers: { "set-cookie": "a=b", Zeta: "1", Alpha: "2", "cache-control": "no-store" },
    }),
    "/slice": Bun.file(digits).slice(2, 6),
    "/slice-response": of(Bun.file(digits).slice(2, 6)),
    "/slice-past": Bun.file(digits).slice(8, 50),
    "/slice-outside": Bun.file(digits).slice(50, 60),
    "/slice-open": Bun.file(digits).slice(3),
    "/empty": Bun.file(empty),
    "/missing": Bun.file(`${dir}/nope`),
    "/missing-response": of(Bun.file(`${dir}/nope`)),
    "/folder": Bun.file(`${dir}/sub`),
    "/folder-response": of(Bun.file(`${dir}/sub`)),
    "/below-a-file": Bun.file(`${text}/x`),
    "/404": of(Bun.file(digits), { status: 404 }),
    "/204": of(Bun.file(digits), { status: 204 }),
    "/304": of(Bun.file(digits), { status: 304 }),
    "/206": of(Bun.file(digits), { status: 206 }),
    "/content-range": of(Bun.file(digits), {
      headers: { "content-range": "bytes 0-9/10", "accept-ranges": "none" },
    }),
    "/encoded": of(Bun.file(digits), { headers: { "content-encoding": "gzip" } }),
    "/big": Bun.file(`${dir}/big.bin`),
    "/methods": { GET: of(Bun.file(digits)), POST: () => new Response("posted") },
  },
  fetch: () => new Response("from fetch", { status: 299 }),
});
const paths = [
  "/file",
  "/response",
  "/link",
  "/typed",
  "/fields",
  "/order",
  "/slice",
  "/slice-response",
  "/slice-past",
  "/slice-outside",
  "/slice-open",
  "/empty",
  "/missing",
  "/missing-response",
  "/folder",
  "/folder-response",
  "/below-a-file",
  "/404",
  "/204",
  "/304",
  "/206",
  "/content-range",
  "/encoded",
  "/big",
  "/methods",
];
for (const path of paths) for (const method of ["GET", "HEAD"]) await reply(server, method, path);
for (const method of ["POST", "PUT", "DELETE", "OPTIONS", "PATCH"])
  for (const path of ["/file", "/missing", "/methods"]) await reply(server, method, path);
await server.stop(true);
