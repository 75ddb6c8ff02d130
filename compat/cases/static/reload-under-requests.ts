// @covers Server.reload
import { listen, parse, raw } from "../../client.ts";

// Requests and reloads in between: a reply is one of the versions, never parts of two.
const version = (n: number) => new Response(String(n).repeat(1000), { headers: { "X-Version": String(n), "X-More": String(n) } });
const server = Bun.serve({ ...listen(), routes: { "/a": version(0) }, fetch: () => new Response("fetch") });
let mixed = 0;
let seen = 0;
const one = async () => {
  const { fields, body } = parse(await raw(server, "GET /a HTTP/1.1\r\nHost: test\r\n\r\n"));
  const own = Object.fromEntries(fields);
  const n = own["X-Version"] ?? own["x-version"];
  seen++;
  if (n === undefined || (own["X-More"] ?? own["x-more"]) !== n || body !== n.repeat(1000)) mixed++;
};
for (let round = 1; round < 10; round++) {
  const running = Array.from({ length: 6 }, one);
  server.reload({ routes: { "/a": version(round) }, fetch: () => new Response("fetch") } as any);
  running.push(one());
  await Promise.all(running);
}
const last = parse(await raw(server, "GET /a HTTP/1.1\r\nHost: test\r\n\r\n"));
console.log(seen, "mixed:", mixed, "last:", last.body.slice(0, 3));
await server.stop(true);
