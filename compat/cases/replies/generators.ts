// @covers Response
import { exchange, listen } from "../../client.ts";

const answers: Record<string, () => any> = {
  generatorFunction: () => new Response(async function* () { yield "a"; await 1; yield "b"; } as any),
  generator: () => new Response((async function* () { yield "a"; yield new Uint8Array([66]); })() as any),
  syncGenerator: () => new Response((function* () { yield "a"; yield "b"; })() as any),
  iterable: () => new Response({ async *[Symbol.asyncIterator]() { yield "x"; yield "y"; } } as any),
  emptyGenerator: () => new Response(async function* () {} as any),
};
const server = Bun.serve({ ...listen(), development: false, fetch: (req: Request) => answers[new URL(req.url).pathname.slice(1)]!() });
for (const name of Object.keys(answers))
  for (const method of ["GET", "HEAD"]) await exchange(server, method, `/${name}`);
await server.stop(true);
