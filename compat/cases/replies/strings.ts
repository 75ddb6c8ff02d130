// @covers Response
import { exchange, listen } from "../../client.ts";

const answers: Record<string, () => any> = {
  text: () => new Response("hi"),
  empty: () => new Response(""),
  null: () => new Response(null),
  nothing: () => new Response(),
  undefined: () => new Response(undefined),
  unicode: () => new Response("é日本 🎉"),
  surrogate: () => new Response("a\ud800b"),
  number: () => new Response(5 as any),
  boolean: () => new Response(true as any),
  object: () => new Response({} as any),
  array: () => new Response([1, 2] as any),
  date: () => new Response(new Date(0) as any),
  stringObject: () => new Response(new String("boxed") as any),
};
const server = Bun.serve({ ...listen(), development: false, fetch: (req: Request) => answers[new URL(req.url).pathname.slice(1)]!() });
for (const name of Object.keys(answers))
  for (const method of ["GET", "HEAD"]) await exchange(server, method, `/${name}`);
await server.stop(true);
