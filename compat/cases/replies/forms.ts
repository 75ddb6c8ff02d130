// @covers Response,FormData,URLSearchParams
import { exchange, listen } from "../../client.ts";

const answers: Record<string, () => any> = {
  search: () => new Response(new URLSearchParams("a=b&c=%20d")),
  searchEmpty: () => new Response(new URLSearchParams()),
  searchTyped: () => new Response(new URLSearchParams("a=b"), { headers: { "content-type": "x/y" } }),
};
const server = Bun.serve({ ...listen(), development: false, fetch: (req: Request) => answers[new URL(req.url).pathname.slice(1)]!() });
for (const name of Object.keys(answers))
  for (const method of ["GET", "HEAD"]) await exchange(server, method, `/${name}`);
await server.stop(true);
