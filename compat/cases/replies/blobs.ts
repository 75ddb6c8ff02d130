// @covers Response,Blob
// A Blob without a type is text if it was made of nothing but ASCII text.
import { exchange, listen } from "../../client.ts";

const answers: Record<string, () => any> = {
  blob: () => new Response(new Blob(["x"])),
  typed: () => new Response(new Blob(["x"], { type: "Text/X" })),
  typedWithHeader: () => new Response(new Blob(["x"], { type: "text/x" }), { headers: { "content-type": "a/b" } }),
  parts: () => new Response(new Blob(["a", new Uint8Array([66]), new Blob(["c"])])),
  slice: () => new Response(new Blob(["abcdef"]).slice(1, 3)),
  sliceTyped: () => new Response(new Blob(["abcdef"]).slice(1, 3, "t/s")),
  empty: () => new Response(new Blob([])),
  file: () => new Response(new File(["x"], "name.html", { type: "text/html" })),
  fileUntyped: () => new Response(new File(["x"], "name.html")),
  fileOfBytes: () => new Response(new File([new Uint8Array([65])], "name.html")),
  bytes: () => new Response(new Blob([new Uint8Array([65])])),
  view: () => new Response(new Blob([new DataView(new ArrayBuffer(1))])),
  beyondAscii: () => new Response(new Blob(["é"])),
  texts: () => new Response(new Blob(["a", "b"])),
  nested: () => new Response(new Blob([new Blob(["a"]), "b"])),
  nestedBytes: () => new Response(new Blob(["a", new Blob([new Uint8Array([65])])])),
  withEmptyBytes: () => new Response(new Blob(["a", new Uint8Array(0)])),
  withEmptyBlob: () => new Response(new Blob(["a", new Blob([])])),
  emptyText: () => new Response(new Blob([""])),
  sliceOfBytes: () => new Response(new Blob([new Uint8Array([65, 66])]).slice(1)),
  sliceOfMixed: () => new Response(new Blob(["ab", new Uint8Array([65])]).slice(0, 2)),
  emptySlice: () => new Response(new Blob(["é"]).slice(1, 1)),
  ofMessage: async () => new Response(await new Response("x").blob()),
  ofStream: async () => new Response(await new Response(new ReadableStream({ start(c) { c.enqueue(new Uint8Array([65])); c.close(); } })).blob()),
  ofBytes: async () => new Response(new Blob([await new Blob(["a"]).arrayBuffer()])),
  numbers: () => new Response(new Blob([1, 2] as any)),
};
const server = Bun.serve({ ...listen(), development: false, fetch: (req: Request) => answers[new URL(req.url).pathname.slice(1)]!() });
for (const name of Object.keys(answers))
  for (const method of ["GET", "HEAD"]) await exchange(server, method, `/${name}`);
await server.stop(true);
