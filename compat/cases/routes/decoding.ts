// @covers Serve.Options.routes
// How the path of a request is compared with the paths of the routes.
import { brief, listen } from "../../client.ts";
const server = Bun.serve({
  ...listen(),
  routes: { "/A": new Response("A"), "/a b": new Response("a b"), "/%C3%A9": new Response("é"), "/a%2Fb": new Response("a%2Fb"), "/q?x=1": new Response("q?x=1"), "/t/": new Response("t/"), "/n": new Response("n"), "/d//e": new Response("d//e") },
  fetch: (req: Request) => new Response(`fallback ${new URL(req.url).pathname}`),
});
for (const path of ["/A", "/a", "/%41", "/a%20b", "/%C3%A9", "/%c3%a9", "/a%2Fb", "/a%2fb", "/a/b", "/q", "/q?x=1", "/t", "/t/", "/n", "/n/", "/n?x", "/n?", "/n#f", "/./n", "/x/../n", "//n", "/d//e", "/d/e", "/n%00", "/n;x=1", "/n%3Fx"])
  await brief(server, "GET", path);
await server.stop(true);
