// @covers Response
import { exchange, listen } from "../../client.ts";

const answers: Record<string, () => any> = {
  clone: () => new Response("abc").clone(),
  body: () => new Response(new Response("abc").body),
  bodyOfBlob: () => new Response(new Blob(["abc"]).stream()),
  copied: () => new Response(new Response("abc", { status: 201, headers: { "x-a": "1" } }).body, new Response("abc", { status: 201, headers: { "x-a": "1" } })),
  subclass: () => new (class Mine extends Response {})("mine", { status: 202 }),
};
const server = Bun.serve({ ...listen(), development: false, fetch: (req: Request) => answers[new URL(req.url).pathname.slice(1)]!() });
for (const name of Object.keys(answers))
  for (const method of ["GET", "HEAD"]) await exchange(server, method, `/${name}`);
await server.stop(true);
