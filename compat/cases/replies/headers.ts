// @covers Response,Headers
import { exchange, listen } from "../../client.ts";

const answers: Record<string, () => any> = {
  many: () => new Response("x", { headers: { "x-a": "1", "X-B": "2", "b-c": "z", "content-type": "a/b", ETag: "q", "set-cookie": "a=1", "cache-control": "no", Z: "1", aaa: "2", server: "s", Location: "/x", vary: "a" } }),
  latin1: () => new Response("x", { headers: { "x-l": "caf\xe9" } }),
  empty: () => new Response("x", { headers: { "x-l": "" } }),
  spaces: () => new Response("x", { headers: { "x-l": "  a b  " } }),
  array: () => new Response("x", { headers: [["a", "1"], ["b", "2"], ["a", "3"]] }),
  headersObject: () => new Response("x", { headers: new Headers({ "X-Case": "Kept" }) }),
  emptyType: () => new Response("x", { headers: { "content-type": "" } }),
  typeWithoutBody: () => new Response(null, { headers: { "content-type": "a/b" } }),
  numbers: () => new Response("x", { headers: { "x-n": 5, "x-b": true } as any }),
  afterwards: () => { const r = new Response("x"); r.headers.set("x-late", "1"); r.headers.append("x-late", "2"); return r; },
  deleted: () => { const r = new Response("x", { headers: { a: "1", b: "2" } }); r.headers.delete("a"); return r; },
};
const server = Bun.serve({ ...listen(), development: false, fetch: (req: Request) => answers[new URL(req.url).pathname.slice(1)]!() });
for (const name of Object.keys(answers))
  for (const method of ["GET", "HEAD"]) await exchange(server, method, `/${name}`);
await server.stop(true);
