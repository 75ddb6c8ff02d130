// @covers Response
import { exchange, listen } from "../../client.ts";

const answers: Record<string, () => any> = {
  contentLengthLess: () => new Response("xyz", { headers: { "content-length": "2" } }),
  contentLengthMore: () => new Response("xyz", { headers: { "content-length": "20" } }),
  contentLengthBad: () => new Response("xyz", { headers: { "content-length": "abc" } }),
  transferEncoding: () => new Response("xyz", { headers: { "transfer-encoding": "chunked" } }),
  contentLengthNoBody: () => new Response(null, { headers: { "content-length": "5" } }),
};
const server = Bun.serve({ ...listen(), development: false, fetch: (req: Request) => answers[new URL(req.url).pathname.slice(1)]!() });
for (const name of Object.keys(answers))
  for (const method of ["GET", "HEAD"]) await exchange(server, method, `/${name}`);
await server.stop(true);
