// @covers Serve.Options.routes, Serve.Options.development, Serve.Development.hmr
// The paths that live pages need, and those beside them.
import { listen } from "../../client.ts";
import { get, page, site } from "./_site.ts";

site({ "i.html": "<script src=m.ts></script>", "m.ts": "console.log(1)" });
const index = await page("i.html");
const paths = ["/_bun", "/_bun/", "/_bun/nothing", "/_bun/client/x.js", "/_bun/asset/0000000000000000.css", "/_bun/hmr", "/_bun/mine", "/_bunx"];
for (const [kind, options] of Object.entries({
  fetch: { routes: { "/": index, "/_bun/mine": () => new Response("mine") }, fetch: () => new Response("fetch") },
  wildcard: { routes: { "/*": new Response("wildcard"), "/x": index } },
  "without pages": { routes: { "/": new Response("x") }, fetch: () => new Response("fetch") },
  "without hmr": { development: { hmr: false }, routes: { "/": index }, fetch: () => new Response("fetch") },
})) {
  const server = Bun.serve({ ...listen(), development: true, ...(options as object) } as never);
  for (const path of paths) {
    for (const method of ["GET", "POST"]) {
      const { status, body, fields } = await get(server, path, method);
      console.log(kind, method, path, status.slice(9), fields["content-type"], body.slice(0, 30));
    }
  }
  await server.stop(true);
}
