// @covers Serve.Options.routes, Serve.Options.development, Serve.Development.hmr
// A live page follows its sources: script, style sheet and the page itself.
import { writeFileSync } from "node:fs";
import { listen } from "../../client.ts";
import { get, loaded, page, site } from "./_site.ts";

site({ "i.html": "<title>one</title><link rel=stylesheet href=s.css><script src=m.ts></script>", "s.css": ".one{color:red}", "m.ts": 'console.log("script one")' });
const server = Bun.serve({ ...listen(), development: true, routes: { "/": await page("i.html") } });
async function seen(): Promise<string> {
  const { body } = await get(server, "/");
  const parts = await Promise.all(loaded(body).map(async (url) => (await get(server, url)).body));
  return [body, ...parts].join("\n");
}
async function until(text: string): Promise<void> {
  for (let i = 0; i < 100; i++) {
    if ((await seen()).includes(text)) {
      console.log("seen", text);
      return;
    }
    await Bun.sleep(50);
  }
  console.log("never", text);
}
await until("script one");
await until(".one");
await until("<title>one");
writeFileSync("m.ts", 'console.log("script two")');
await until("script two");
writeFileSync("s.css", ".two{color:red}");
await until(".two");
writeFileSync("i.html", "<title>two</title><script src=m.ts></script>");
await until("<title>two");
await server.stop(true);
