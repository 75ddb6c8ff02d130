// @covers Bun.file
// A slice is a part of its file, unless its Response has header fields that do not say so.
import { writeFileSync } from "node:fs";
import path from "node:path";
import { listen } from "../../client.ts";
import { folder, put, reply } from "./_reply.ts";

const root = folder();
const text = put(path.join(root, "a.txt"));
const bytes = path.join(root, "b.bin");
writeFileSync(bytes, "bin\0ary");
const cuts: Record<string, (file: any) => any> = {
  from: (file) => file.slice(2),
  middle: (file) => file.slice(3, 5),
  end: (file) => file.slice(-3),
  beyond: (file) => file.slice(20),
  empty: (file) => file.slice(5, 2),
  longer: (file) => file.slice(0, 100),
  exact: (file) => file.slice(0, 10),
  twice: (file) => file.slice(2, 6).slice(1, 3),
  typed: (file) => file.slice(2, 5, "sl/ice"),
};
const inits: Record<string, any> = {
  none: undefined,
  "no fields": { headers: {} },
  field: { headers: { "X-A": "1" } },
  status: { status: 201 },
  "status and field": { status: 201, headers: { "X-A": "1" } },
  type: { headers: { "Content-Type": "x/y" } },
  "empty type": { headers: { "Content-Type": "" } },
  range: { status: 404, headers: { "Content-Range": "of its own" } },
};
for (const [cut, slice] of Object.entries(cuts)) {
  for (const [kind, init] of Object.entries(inits)) {
    const server = Bun.serve({
      ...listen(),
      development: false,
      routes: { "/touched": () => { const response = new Response(slice(Bun.file(text)), init); response.headers; return response; }, "/untyped": () => new Response(slice(Bun.file(bytes, { type: "my/type" })), init) },
      fetch: () => new Response(slice(Bun.file(text)), init),
    });
    console.log(cut, kind);
    for (const target of ["/", "/touched", "/untyped"]) {
      await reply(server, "GET", target);
      await reply(server, "GET", target, { Range: "bytes=0-1" });
    }
    await server.stop(true);
  }
}
