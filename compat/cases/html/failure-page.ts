// @covers Serve.Options.routes, Serve.Options.development, Serve.Development.hmr
// In development a page that cannot be bundled shows why, and appears once it can.
import { writeFileSync } from "node:fs";
import { listen } from "../../client.ts";
import { get, head, page, site } from "./_site.ts";

site({ "i.html": '<title>ok</title><script src="./m.ts"></script>', "m.ts": "const a = ;\n" });
const server = Bun.serve({ ...listen(), development: true, routes: { "/": await page("i.html") } });
const failed = await head(server, "/");
console.log(/^<!doctype html>/.test(failed.body), /<title>.*Build failed<\/title>/i.test(failed.body));
await head(server, "/", "HEAD");
writeFileSync("m.ts", "console.log(1);\n");
for (let i = 0; i < 100; i++) {
  if ((await get(server, "/")).status.includes(" 200 ")) break;
  await Bun.sleep(50);
}
console.log(/<title>.*<\/title>/.exec((await head(server, "/")).body)?.[0]);
await server.stop(true);
