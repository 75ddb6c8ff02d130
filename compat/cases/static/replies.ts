// @covers Serve.Options.routes
import { exchange, listen } from "../../client.ts";

const values: Record<string, Response> = {
  "/text": new Response("hi"),
  "/json": Response.json({ a: 1 }),
  "/redirect": Response.redirect("/x"),
  "/redirect-301": Response.redirect("/y", 301),
  "/empty": new Response(""),
  "/null": new Response(null),
  "/404": new Response("nf", { status: 404 }),
  "/204": new Response(null, { status: 204 }),
  "/204-body": new Response("x", { status: 204 }),
  "/304": new Response(null, { status: 304 }),
  "/fields": new Response("x", {
    headers: {
      "X-A": "1",
      etag: '"mine"',
      "content-type": "a/b",
      "set-cookie": "q=1",
      Zeta: "z",
      "Cache-Control": "no-store",
    },
  }),
  "/cookies": new Response("x", {
    headers: [
      ["set-cookie", "a=1"],
      ["b", "2"],
      ["set-cookie", "c=3"],
    ],
  }),
  "/bytes": new Response(new Uint8Array([65, 66])),
  "/buffer": new Response(new ArrayBuffer(3)),
  "/blob": new Response(new Blob(["x"], { type: "q/r" })),
  "/untyped-blob": new Response(new Blob(["x"])),
  "/empty-blob": new Response(new Blob([])),
  "/500": new Response("x", { status: 500 }),
  "/weak": new Response("x", { headers: { etag: 'W/"z"' } }),
  "/sorted": new Response("x", {
    headers: [
      ["zz", "1"],
      ["set-cookie", "a=1"],
      ["Bb", "2"],
      ["accept", "q"],
      ["x-b", "1"],
      ["X-a", "1"],
    ],
  }),
  "/typed-bytes": new Response(new Uint8Array([65]), { headers: { "content-type": "a/b" } }),
  "/short-tag": new Response("<"),
  "/form-type": new Response(new Blob(["<"], { type: "text/html" }), { headers: { "content-type": "c/d" } }),
  "/empty-bytes": new Response(new Uint8Array(0)),
  "/search": new Response(new URLSearchParams("a=b")),
  "/unicode": new Response("é日😀"),
  "/201": new Response("made", { status: 201, statusText: "ignored" }),
};
const server = Bun.serve({
  ...listen(),
  routes: values,
  fetch: () => new Response("from fetch", { status: 404 }),
});
for (const path of Object.keys(values)) await exchange(server, "GET", path);
for (const method of ["POST", "PUT", "DELETE", "OPTIONS", "PATCH"])
  await exchange(server, method, "/text", {}, "body");
await server.stop(true);
