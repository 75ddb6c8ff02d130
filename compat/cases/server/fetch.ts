// @covers Server.fetch
import { attempt } from "../../client.ts";
const server: any = Bun.serve({
  port: 0,
  routes: { "/route": new Response("route") },
  async fetch(req, server) {
    const url = new URL(req.url);
    return new Response(`${req.method} ${url.pathname}${url.search} ${req.headers.get("x-a")} ${await req.text()} ${arguments.length}`, { status: 201, headers: { "x-b": "2" } });
  },
});
const show = async (name: string, work: () => any) =>
  attempt(name, async () => {
    const response = await work();
    return `${response.constructor.name} ${response.status} ${response.headers.get("x-b")} ${await response.text()}`;
  });
await show("path", () => server.fetch("/path?q=1"));
await show("url", () => server.fetch("http://example.com/url"));
await show("Request", () => server.fetch(new Request("http://a/b", { method: "POST", body: "body", headers: { "x-a": "1" } })));
await show("route", () => server.fetch("/route"));
await show("URL object", () => server.fetch(new URL("http://a/u")));
await show("nothing", () => server.fetch());
await show("number", () => server.fetch(5));
await show("empty", () => server.fetch(""));
server.stop(true);
