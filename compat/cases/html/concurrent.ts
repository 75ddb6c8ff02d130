// @covers Serve.Options.routes
// Many clients at once get one build.
import { listen } from "../../client.ts";
import { get, page, site } from "./_site.ts";

site({ "i.html": "<title>page</title><script src=m.ts></script>", "m.ts": "console.log(1)" });
const index = await page("i.html");
for (const development of [false, { hmr: false }, true]) {
  const server = Bun.serve({ ...listen(), development, routes: { "/": index } });
  const replies = await Promise.all(Array.from({ length: 20 }, () => get(server, "/")));
  console.log(development, new Set(replies.map(({ status }) => status)), new Set(replies.map(({ body }) => body)).size, server.pendingRequests);
  await server.stop(true);
}
