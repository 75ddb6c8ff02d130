// @covers Serve.Options.routes
import { attempt } from "../../client.ts";

const paths = ["a", "", "/", "/a", "*", "/*", "/a*", "/a/*/b", "/:", "/:a/:a", "/a:b", "/:a-:b", "//", "/a//b", "/a?b", "/a#b", "/é", "/%41", "http://x/",
  "/:id?", "/a/:id.json", "/*/*", "/:1", "/:a.b", "/:é", "/ a", "0", "__proto__"];
for (const path of paths)
  await attempt(`path ${path}`, () => {
    const server = Bun.serve({ port: 0, routes: Object.fromEntries([[path, () => new Response("x")]]) });
    server.stop(true);
    return "accepted";
  });
