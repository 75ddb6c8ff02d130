// @covers Serve.Options.routes
import { listen, raw } from "../../client.ts";

const server = Bun.serve({
  ...listen(),
  routes: {
    "/a": new Response("first"),
    "/b": new Response("second", { headers: { "x-b": "1" } }),
    "/big": new Response("x".repeat(200_000)),
    "/handler": async () => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      return new Response("handler");
    },
  },
  fetch: () => new Response("fetch"),
});
const one = (path: string, fields = "") => `GET ${path} HTTP/1.1\r\nHost: test\r\n${fields}\r\n`;
const bodies = (text: string) =>
  text
    .split(/HTTP\/1\.1 /)
    .slice(1)
    .map((reply) => {
      const body = reply.split("\r\n\r\n")[1] ?? "";
      return `${reply.slice(0, 3)} ${body.length > 30 ? body.length : body}`;
    })
    .join(" | ");
console.log(bodies(await raw(server, one("/a").repeat(4))));
console.log(bodies(await raw(server, one("/a") + one("/big") + one("/a"))));
console.log(bodies(await raw(server, one("/a", "Connection: close\r\n"), { close: true })));
console.log(bodies(await raw(server, one("/a") + one("/nope") + one("/a"))));
console.log(
  bodies(
    await raw(server, `POST /a HTTP/1.1\r\nHost: test\r\nContent-Length: 5\r\n\r\nhello${one("/a")}`, {
      replies: 2,
    }),
  ),
);
console.log(
  bodies(
    await raw(
      server,
      `POST /a HTTP/1.1\r\nHost: test\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n${one("/a")}`,
      { replies: 2 },
    ),
  ),
);
console.log((await raw(server, one("/b"))).replace(/Date: .*\r\n/, ""));
await server.stop(true);
