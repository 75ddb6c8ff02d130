// @covers Response
// @difference length-of-205 node
// @difference length-of-205 uws
import { exchange, listen } from "../../client.ts";

const answers: Record<string, () => any> = {
  201: () => new Response("x", { status: 201, statusText: "Foo" }),
  202: () => new Response("x", { status: 202 }),
  204: () => new Response(null, { status: 204 }),
  "204body": () => new Response("x", { status: 204 }),
  205: () => new Response("x", { status: 205 }),
  206: () => new Response("x", { status: 206 }),
  304: () => new Response(null, { status: 304 }),
  "304body": () => new Response("x", { status: 304 }),
  "304headers": () => new Response(null, { status: 304, headers: { etag: '"a"', "content-type": "a/b" } }),
  400: () => new Response("x", { status: 400 }),
  404: () => new Response(null, { status: 404 }),
  405: () => new Response("x", { status: 405 }),
  418: () => new Response("x", { status: 418 }),
  422: () => new Response("x", { status: 422 }),
  429: () => new Response("x", { status: 429 }),
  451: () => new Response("x", { status: 451 }),
  499: () => new Response("x", { status: 499 }),
  500: () => new Response("x", { status: 500 }),
  503: () => new Response("x", { status: 503 }),
  599: () => new Response("x", { status: 599 }),
};
const server = Bun.serve({ ...listen(), development: false, fetch: (req: Request) => answers[new URL(req.url).pathname.slice(1)]!() });
for (const name of Object.keys(answers))
  for (const method of ["GET", "HEAD"]) await exchange(server, method, `/${name}`);
await server.stop(true);
