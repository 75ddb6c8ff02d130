// @covers Serve.Options.routes, Serve.Options.development, Serve.Development.hmr
// @difference live-style-order uws
// @difference live-style-order node
// In which order a live page loads its style sheets.
import { listen } from "../../client.ts";
import { get, loaded, page, site } from "./_site.ts";

site({ "i.html": "<link rel=stylesheet href=one.css><link rel=stylesheet href=two.css><link rel=stylesheet href=three.css>", "one.css": ".one{color:red}", "two.css": ".two{color:red}", "three.css": ".three{color:red}" });
const index = await page("i.html");
for (const development of [true, false]) {
  const server = Bun.serve({ ...listen(), development, routes: { "/": index } });
  const sheets = loaded((await get(server, "/")).body).filter((url) => url.endsWith(".css"));
  const texts = await Promise.all(sheets.map(async (url) => (await get(server, url)).body));
  console.log(development, [...texts.join("").matchAll(/\.(one|two|three)\s*\{/g)].map(([, name]) => name).join(" "));
  await server.stop(true);
}
