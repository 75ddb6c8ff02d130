// @covers Serve.Options.fetch
import { mkdirSync, openSync } from "node:fs";
import { listen } from "../../client.ts";
import { folder, put, reply } from "./_reply.ts";

const dir = folder();
const digits = put(`${dir}/n.bin`);
put(`${dir}/a.txt`, "hello world");
put(`${dir}/empty.txt`, "");
put(`${dir}/big.bin`, new Uint8Array(300_000).fill(65));
mkdirSync(`${dir}/sub`);
const n = () => Bun.file(digits);
const answers: Record<string, () => Response> = {
  text: () => new Response(Bun.file(`${dir}/a.txt`)),
  bin: () => new Response(n()),
  empty: () => new Response(Bun.file(`${dir}/empty.txt`)),
  big: () => new Response(Bun.file(`${dir}/big.bin`)),
  missing: () => new Response(Bun.file(`${dir}/nope`)),
  folder: () => new Response(Bun.file(`${dir}/sub`)),
  201: () => new Response(n(), { status: 201 }),
  404: () => new Response(n(), { status: 404 }),
  206: () => new Response(n(), { status: 206 }),
  204: () => new Response(n(), { status: 204 }),
  "204-missing": () => new Response(Bun.file(`${dir}/nope`), { status: 204 }),
  fields: () => new Response(n(), { headers: { etag: '"x"', "X-Q": "1" } }),
  typed: () => new Response(n(), { headers: { "content-type": "text/x" } }),
  "typed-file": () => new Response(Bun.file(digits, { type: "text/plain" })),
  disposition: () => new Response(n(), { headers: { "content-disposition": "inline" } }),
  ranged: () => new Response(n(), { headers: { "content-range": "bytes 1-2/3" } }),
  slice: () => new Response(n().slice(2, 6)),
  "slice-start": () => new Response(n().slice(0, 4)),
  "slice-open": () => new Response(n().slice(3)),
  "slice-past": () => new Response(n().slice(8, 50)),
  "slice-all": () => new Response(n().slice(0, 10)),
  "slice-nothing": () => new Response(n().slice(5, 5)),
  "slice-201": () => new Response(n().slice(2, 6), { status: 201 }),
  "slice-206": () => new Response(n().slice(2, 6), { status: 206 }),
  "slice-204": () => new Response(n().slice(2, 6), { status: 204 }),
  "slice-fields": () =>
    new Response(n().slice(2, 6), { headers: { "content-range": "x", "content-disposition": "y" } }),
  "slice-text": () => new Response(Bun.file(`${dir}/a.txt`).slice(1, 3)),
  "slice-sized": () => {
    const file = n();
    file.size;
    return new Response(file.slice(-3));
  },
  descriptor: () => new Response(Bun.file(openSync(digits, "r"))),
  stream: () => new Response(n().stream()),
};
const server = Bun.serve({
  ...listen(),
  development: false,
  fetch: (request) => answers[new URL(request.url).pathname.slice(1)]?.() ?? new Response("none"),
  error: (error: any) =>
    new Response(`${error.code} ${error.message.replace(dir, "<dir>")}`, { status: 500 }),
});
for (const name of Object.keys(answers))
  for (const method of ["GET", "HEAD", "POST"]) await reply(server, method, `/${name}`);
for (const name of [
  "bin",
  "201",
  "206",
  "ranged",
  "slice",
  "slice-all",
  "typed",
  "descriptor",
  "missing",
  "fields",
])
  for (const range of ["bytes=1-2", "bytes=100-", "bytes=-0"])
    await reply(server, "GET", `/${name}`, { Range: range });
for (const range of ["bytes=0-", "bytes=5-2", "bytes=0-1,3-4", "x"])
  await reply(server, "GET", "/typed", { Range: range });
for (const method of ["HEAD", "POST"]) await reply(server, method, "/bin", { Range: "bytes=1-2" });
await server.stop(true);
