// @covers Serve.Options.routes
// Pages answer every method in production; live pages only GET and HEAD.
import { listen } from "../../client.ts";
import { head, loaded, page, site } from "./_site.ts";

site({ "i.html": "<script src=m.ts></script>", "m.ts": "console.log(1)" });
const index = await page("i.html");
for (const development of [false, { hmr: false }, true]) {
  console.log("development", development);
  const server = Bun.serve({ ...listen(), development, routes: { "/": index } });
  for (const method of ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]) await head(server, "/", method);
  const [script = "/"] = loaded((await head(server, "/")).body);
  if (development !== true) for (const method of ["GET", "HEAD", "POST"]) await head(server, script, method);
  await server.stop(true);
}
