// @covers Serve.Options.development, Serve.Options.routes
// @env NODE_ENV=production
// In production pages are bundled for production, unless the option says otherwise.
import { listen } from "../../client.ts";
import { get, page, run, site } from "./_site.ts";

site({ "i.html": "<script src=m.ts></script>", "m.ts": "globalThis.result = process.env.NODE_ENV;" });
const index = await page("i.html");
for (const development of [undefined, { hmr: false }]) {
  const server = Bun.serve({ ...listen(), development, routes: { "/": index } });
  console.log(development, server.development, await run(server, "/"), (await get(server, "/")).fields["cache-control"]);
  await server.stop(true);
}
