// @covers Bun.CookieMap

import { createServer } from "node:http";
import { Cookie, CookieMap } from "bun";
import { attempt } from "../../client.ts";

const cookies = new CookieMap("view-count=3; session=x");
cookies.set("view-count", String(Number(cookies.get("view-count") || "0") + 1));
cookies.delete("session");
console.log(JSON.stringify(cookies.toSetCookieHeaders()), cookies.size);
console.log(Cookie === Bun.Cookie, CookieMap === Bun.CookieMap);
const response = new Response("x");
for (const value of cookies.toSetCookieHeaders()) response.headers.append("set-cookie", value);
console.log(JSON.stringify(response.headers.getSetCookie()));
for (const value of response.headers.getSetCookie()) console.log(JSON.stringify(Cookie.parse(value)));
const server = createServer((_request, reply) => {
  reply.writeHead(200, { "Set-Cookie": cookies.toSetCookieHeaders() });
  reply.end("x");
}).listen(0);
const port = (server.address() as any).port;
console.log(JSON.stringify((await fetch(`http://localhost:${port}/`)).headers.getSetCookie()));
server.close();
await attempt("number as value", () => {
  cookies.set("n", 5 as any);
  return cookies.get("n");
});
await attempt("structuredClone", () => {
  try {
    structuredClone(new Cookie("a", "b"));
    return "cloned";
  } catch (error: any) {
    return error.name;
  }
});
await attempt("structuredClone of a map", () => {
  try {
    structuredClone(new CookieMap("a=b"));
    return "cloned";
  } catch (error: any) {
    return error.name;
  }
});
await attempt("Object.entries", () => JSON.stringify(Object.entries(new CookieMap("a=b"))));
await attempt("Object.fromEntries", () => JSON.stringify(Object.fromEntries(new CookieMap("a=b; c=d"))));
await attempt("new Map", () => new Map(new CookieMap("a=b; c=d")).get("c") ?? "none");
