// @covers Serve.Options.routes
import { listen, parse, raw, request } from "../../client.ts";

const echo = async (request: any) => Response.json([request.method, request.params, await request.text()]);
const server = Bun.serve({
  ...listen(),
  routes: {
    "/static": new Response("static"),
    "/echo/:id": echo,
    "/post": { POST: echo },
    "/ignored/:id": (request: any) => new Response(request.params.id),
    "/none": false,
  },
  fetch: async (request) => new Response(`fetch ${(await request.text()).length}`),
});
const large = "x".repeat(200_000);
const both = async (label: string, first: Uint8Array) => {
  // The second request says whether the first one's body was taken off the connection.
  const text = await raw(server, Buffer.concat([first]), { replies: 1 });
  const { status, body } = parse(text);
  console.log(label, status.slice(9), body.slice(0, 80), body.length);
};
const chunked = (method: string, path: string) =>
  Buffer.from(`${method} ${path} HTTP/1.1\r\nHost: test\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n`);
for (const path of ["/static", "/echo/1", "/post", "/ignored/2", "/none", "/nope"]) {
  for (const method of ["POST", "PUT", "DELETE"]) {
    await both(`${method} ${path} text`, request(method, path, {}, "hello"));
    await both(`${method} ${path} empty`, request(method, path, {}, ""));
    await both(`${method} ${path} large`, request(method, path, {}, large));
    await both(`${method} ${path} chunked`, chunked(method, path));
  }
}
await server.stop(true);
