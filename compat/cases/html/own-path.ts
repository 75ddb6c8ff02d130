// @covers Serve.Options.routes
// A page in the folder of the program has a path of its own beside its routes; elsewhere, and live, it has none.
import { listen } from "../../client.ts";
import { head, page, site } from "./_site.ts";

site({ "i.html": "<script src=m.ts></script>", "m.ts": "console.log(1)", "sub/j.html": "<script src=../m.ts></script>" });
const index = await page("i.html");
const below = await page("sub/j.html");
for (const development of [false, { hmr: false }, true]) {
  console.log("development", development);
  const server = Bun.serve({ ...listen(), development, routes: { "/a": index, "/b": below }, fetch: () => new Response("fetch", { status: 404 }) });
  await head(server, "/i.html");
  await head(server, "/a");
  await head(server, "/b");
  for (const path of ["/i.html", "/sub/j.html", "/j.html", "/m.ts"]) await head(server, path);
  await server.stop(true);
}
