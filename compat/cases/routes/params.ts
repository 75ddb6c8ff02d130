// @covers BunRequest.params
import { brief, listen } from "../../client.ts";
const say = (req: any) => new Response(JSON.stringify(req.params));
const server = Bun.serve({
  ...listen(),
  routes: { "/u/:id": say, "/u/:id/p/:post": say, "/x/:a/:b/:c": say, "/w/:id/*": say, "/d/:id.json": say, "/h/:a-:b": say, "/e/pre:id": say, "/o/:id?": say, "/plain": say },
  fetch: () => new Response("none"),
});
for (const path of ["/u/7", "/u/", "/u", "/u/a%20b", "/u/%E6%97%A5", "/u/caf%C3%A9", "/u/%ff", "/u/%zz", "/u/%", "/u/a%2Fb", "/u/a+b", "/u/a.b", "/u/a;b", "/u/%00x", "/u/a?id=9", "/u/7/p/8", "/u/%61/p/%62", "/x/1/2/3", "/x/1/2", "/w/1/2/3", "/w/1/", "/w/1", "/d/1.json", "/d/1", "/h/a-b", "/h/a", "/e/pre1", "/e/x", "/o/1", "/o/", "/o", "/plain"])
  await brief(server, "GET", path);
await server.stop(true);
