// @covers Serve.Options.routes
// What a client has already is not sent again.
import { listen } from "../../client.ts";
import { head, loaded, page, site } from "./_site.ts";

site({ "i.html": "<script src=m.ts></script><img src=f.png>", "m.ts": "console.log(1)", "f.png": "f" });
const index = await page("i.html");
for (const development of [false, { hmr: false }, true]) {
  console.log("development", development);
  const server = Bun.serve({ ...listen(), development, routes: { "/": index } });
  const { body } = await head(server, "/");
  const [script = "/"] = loaded(body);
  const [picture = "/"] = /\/[^"]+\.png/.exec(body) ?? [];
  for (const url of ["/", script, picture]) {
    const { etag = "" } = (await head(server, url)).fields;
    await head(server, url, "GET", { "If-None-Match": etag });
    await head(server, url, "GET", { "If-None-Match": '"other"' });
    await head(server, url, "GET", { "If-Match": '"other"' });
    await head(server, url, "GET", { "If-None-Match": "*" });
  }
  await server.stop(true);
}
