// @covers BunRequest.cookies
import { listen, send } from "../../client.ts";

const server = Bun.serve({
  ...listen(),
  routes: {
    "/": (request: any) => {
      const { cookies } = request;
      for (let i = 0; i < 60; i++) cookies.set(`n${i % 50}`, String(i), { maxAge: i, httpOnly: i % 2 === 0, path: `/${i}` });
      for (let i = 0; i < 60; i += 7) cookies.delete(`n${i}`);
      for (let i = 0; i < 100; i += 10) cookies.delete(`c${i}`, { path: "/deleted", domain: "example.com" });
      cookies.set("n7", "again");
      cookies.set("n7", "");
      return Response.json([cookies.size, [...cookies.keys()].length, cookies.toJSON().c1, cookies.has("c10"), cookies.get("n7"), [...cookies.keys()].slice(0, 5)]);
    },
  },
  fetch: () => new Response("fetch"),
});
const { fields, body } = await send(server, "GET", "/", { Cookie: Array.from({ length: 100 }, (_, i) => `c${i}=${i}`).join("; ") });
console.log(body);
for (const [name, value] of fields) if (/^set-cookie$/i.test(name)) console.log(value);
await server.stop(true);
