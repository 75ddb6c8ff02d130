// @covers Serve.Options.fetch
// @difference date-always uws
// @difference own-date uws
// @difference date-of-static node
// Which replies have a Date.
import { listen, send } from "../../client.ts";
const server = Bun.serve({
  ...listen(),
  development: false,
  routes: { "/static": new Response("static"), "/static204": new Response(null, { status: 204 }) },
  fetch(req: Request) {
    const path = new URL(req.url).pathname;
    if (path === "/throws") throw new Error("boom");
    if (path === "/stream") return new Response(new ReadableStream({ async pull(c) { await 1; c.enqueue("x"); c.close(); } }));
    if (path === "/own") return new Response("x", { headers: { date: "mine" } });
    const status = Number(path.slice(1));
    return new Response(status === 204 || status === 304 ? null : "x", { status: status || 200 });
  },
  error: () => new Response("error", { status: 500 }),
});
for (const path of ["/", "/204", "/304", "/404", "/static", "/static204", "/stream", "/throws", "/own"])
  for (const method of ["GET", "HEAD"]) {
    const reply = await send(server, method, path);
    console.log(method, path, reply.status, reply.fields.filter(([name]) => /date/i.test(name)).map(([name, value]) => `${name}: ${value}`).join() || "no date");
  }
const etag = (await send(server, "GET", "/static")).fields.find(([name]) => name.toLowerCase() === "etag")![1];
const unchanged = await send(server, "GET", "/static", { "If-None-Match": etag });
console.log("unchanged", unchanged.status, unchanged.fields.some(([name]) => name === "Date"));
await server.stop(true);
