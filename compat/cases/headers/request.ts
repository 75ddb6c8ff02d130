// @covers Request, Headers
// @difference field-ends uws
import { raw, parse } from "../../client.ts";
const server = Bun.serve({
  port: 0,
  fetch(req: any) {
    const h = req.headers;
    return Response.json({ list: [...h], names: [...h.keys()], get: h.get("X-Multi"), has: h.has("x-multi"), absent: h.get("nope"), cookie: h.get("cookie"), host: h.get("host"), setCookie: h.getSetCookie(), count: h.count, json: h.toJSON?.() });
  },
});
for (const fields of ["Host: a\r\n", "Host: a\r\nX-Multi: 1\r\nx-multi: 2\r\nZ: z\r\nA: a\r\n", "Host: a\r\nCookie: a=1\r\nCookie: b=2\r\n", "Host: a\r\nX-Empty:\r\nX-Space:    padded   \r\n", "Host: a\r\nX-Latin: caf\xe9\r\n", "Host: a\r\nX-Utf: caf\xc3\xa9\r\n", "Host: a\r\nSet-Cookie: a=1\r\nSet-Cookie: b=2\r\n", "Host: a\r\nX-Tab: a\tb\r\nx_under: 1\r\nX.dot: 2\r\n!#$%&'*+-.^_`|~: odd\r\n"])
  console.log(parse(await raw(server, `GET / HTTP/1.1\r\n${fields}\r\n`)).body);
await server.stop(true);
