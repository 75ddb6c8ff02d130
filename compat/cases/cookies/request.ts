// @covers BunRequest.cookies
import { brief, listen, parse, raw } from "../../client.ts";

const server = Bun.serve({
  ...listen(),
  routes: {
    "/read": (req: any) => new Response(JSON.stringify([...req.cookies])),
    "/same": (req: any) =>
      new Response(
        [
          req.cookies === req.cookies,
          req.cookies instanceof Bun.CookieMap,
          "cookies" in req,
          Object.keys(req).join(),
          Object.hasOwn(req, "cookies"),
        ].join(),
      ),
    "/assign": (req: any) => {
      try {
        ("use strict");
        req.cookies = 5;
      } catch (error: any) {
        return new Response(error.name);
      }
      return new Response("assigned");
    },
    "/header-first": (req: any) => {
      req.headers.set("cookie", "z=1");
      return new Response(JSON.stringify(req.cookies));
    },
    "/cookies-first": (req: any) => {
      req.cookies;
      req.headers.set("cookie", "z=1");
      return new Response(JSON.stringify(req.cookies));
    },
    "/clone": (req: any) => {
      const copy = req.clone();
      copy.cookies.set("cl", "1");
      return new Response(
        [copy.cookies === req.cookies, JSON.stringify(copy.cookies), JSON.stringify(req.cookies)].join(),
      );
    },
    "/clone-after": (req: any) => {
      req.cookies.set("o", "1");
      const copy = req.clone();
      return new Response(JSON.stringify(copy.cookies));
    },
    "/later": async (req: any) => {
      await new Promise((resolve) => setTimeout(resolve, 2));
      return new Response(JSON.stringify(req.cookies));
    },
  },
  fetch: (req: any) => new Response([typeof req.cookies, "cookies" in req].join()),
});
const fields = [
  "",
  "Cookie: a=1; b=2\r\n",
  "Cookie: a=1\r\nCookie: b=2\r\n",
  "Cookie: \r\n",
  "cookie: a=%20\r\n",
  "Cookie: a=\xe9; b=1\r\n",
  "Cookie: a\r\n",
  "Cookie: a=1; a=2\r\n",
  'Cookie: =x; "q"="w"; a b=c\r\n',
  "Cookie: a=%zz%41%4\r\n",
];
for (const field of fields)
  console.log(
    JSON.stringify(field),
    parse(await raw(server, `GET /read HTTP/1.1\r\nHost: test\r\n${field}\r\n`)).body,
  );
for (const path of [
  "/same",
  "/assign",
  "/header-first",
  "/cookies-first",
  "/clone",
  "/clone-after",
  "/later",
  "/other",
])
  await brief(server, "GET", path, { cookie: "q=7" });
await server.stop(true);
