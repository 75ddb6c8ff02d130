// @covers Server.timeout
import { attempt } from "../../client.ts";
const server: any = Bun.serve({
  port: 0,
  async fetch(req, server: any) {
    for (const value of [0, 1, 255, 256, -1, 1.5, "10", undefined, null, NaN, {}, Infinity]) await attempt(`${String(value)} ${typeof value}`, () => server.timeout(req, value));
    await attempt("no request", () => server.timeout());
    await attempt("not a request", () => server.timeout({}, 5));
    await attempt("another request", () => server.timeout(new Request("http://a/"), 5));
    return new Response("x");
  },
});
console.log(await (await fetch(server.url)).text());
server.stop(true);
