// @covers Response,Blob
// @difference implied-type node
// @difference implied-type uws
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
};
const server = Bun.serve({ ...listen(), development: false, fetch: (req: Request) => answers[new URL(req.url).pathname.slice(1)]!() });
for (const name of Object.keys(answers))
  for (const method of ["GET", "HEAD"]) await exchange(server, method, `/${name}`);
await server.stop(true);
