// @covers Request.clone
// Both copies of a request have the content, whoever is read first.
import { brief, listen } from "../../client.ts";
const server = Bun.serve({ ...listen(), development: false, async fetch(req: Request) {
  const path = new URL(req.url).pathname;
  const copy = req.clone();
  if (path === "/copy-first") return new Response(`${await copy.text()}|${await req.text()}`);
  if (path === "/both") return new Response((await Promise.all([req.json(), copy.json()])).map((v: any) => v.a).join());
  if (path === "/only-copy") return new Response(`${await copy.text()} ${req.bodyUsed} ${copy.bodyUsed}`);
  return new Response(`${await req.text()}|${await copy.text()}`);
} });
for (const path of ["/copy-first", "/original-first", "/both", "/only-copy"]) await brief(server, "POST", path, {}, '{"a":1}');
await server.stop(true);
