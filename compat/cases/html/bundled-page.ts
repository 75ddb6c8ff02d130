// @covers Serve.Options.routes, Serve.Options.development, Serve.Development.hmr
// Everything that a page of every kind of file consists of, with its fields: development { hmr: false }.
import { listen } from "../../client.ts";
import { assetsOf, fullSite } from "./_full.ts";
import { get, head, loaded, outline, page, run } from "./_site.ts";

fullSite();
const server = Bun.serve({
  ...listen(),
  development: { hmr: false },
  routes: { "/": await page("index.html") },
  fetch: () => new Response("fetch", { status: 404 }),
});
const { body } = await head(server, "/");
console.log(outline(body));
// Their names and tags are equal, too.
for (const url of assetsOf(body)) {
  const { status, fields, body } = await get(server, url);
  console.log(url, status, fields["content-type"], fields["cache-control"], fields["etag"], fields["content-length"], body.length);
}
for (const url of loaded(body)) await head(server, url);
console.log(await run(server, "/", { WebSocket: class {}, document: undefined }));
await server.stop(true);
