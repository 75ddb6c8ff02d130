// @covers Serve.Options.routes
// Pages of one server: what they share has one name; scripts are bundled for each.
import { listen } from "../../client.ts";
import { get, loaded, page, run, site } from "./_site.ts";

site({
  "a.html": "<script src=shared.ts></script><img src=f.png>", "b.html": "<script src=shared.ts></script><img src=f.png>",
  "c/c.html": "<script src=../shared.ts></script><script src=own.ts></script><img src=../f.png>",
  "shared.ts": 'globalThis.result = ["shared"];', "c/own.ts": 'globalThis.result.push("own"); export {};', "f.png": "f",
});
const server = Bun.serve({ ...listen(), development: false, routes: { "/a": await page("a.html"), "/b": await page("b.html"), "/c": await page("c/c.html"), "/again": await page("a.html") } });
const pages = new Map<string, string>();
for (const path of ["/a", "/b", "/c", "/again"]) {
  const { body } = await get(server, path);
  pages.set(path, body);
  console.log(path, /src="([^"]*png)"/.exec(body)?.[1], loaded(body).length, await run(server, path));
}
console.log(pages.get("/a") === pages.get("/again"));
await server.stop(true);
