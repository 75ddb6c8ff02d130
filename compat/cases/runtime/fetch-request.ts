// fetch takes requests and headers of the global classes.
using server = Bun.serve({
  port: 0,
  async fetch(req) {
    return Response.json({ method: req.method, x: req.headers.get("x-a"), body: await req.text(), path: new URL(req.url).pathname });
  },
});
const request = new Request(new URL("/one", server.url), { method: "POST", headers: { "X-A": "1" }, body: "content" });
const response = await fetch(request);
console.log(response instanceof Response, response.constructor.name, response.status, await response.text());
console.log(request.bodyUsed);
const second = await fetch(new URL("/two", server.url), { method: "PUT", headers: new Headers({ "x-a": "2" }), body: "more" });
console.log(await second.text());
const third = await fetch(new Request(server.url, { headers: { "x-a": "3" } }), { method: "DELETE" });
console.log(await third.text());
