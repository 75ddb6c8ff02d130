// @covers Serve.Options.routes, Server.reload
// A reload brings pages, keeps them, and takes them away with all their files.
import { listen } from "../../client.ts";
import { get, loaded, page, site } from "./_site.ts";

site({ "a.html": "<title>a</title><script src=a.ts></script>", "a.ts": 'console.log("a")', "b.html": "<title>b</title><script src=b.ts></script>", "b.ts": 'console.log("b")' });
const a = await page("a.html");
const b = await page("b.html");
const server = Bun.serve({ ...listen(), development: false, routes: { "/": a }, fetch: () => new Response("fetch", { status: 404 }) });
async function ask(path: string): Promise<string> {
  const { status, body } = await get(server, path);
  console.log(path.replace(/-\w{8}\./, "-<hash>."), status, /<title>.*<\/title>/.exec(body)?.[0] ?? body.trim());
  return body;
}
const [script = "/"] = loaded(await ask("/"));
await ask(script);
server.reload({ routes: { "/": a, "/b": b } });
await ask("/");
await ask(script);
await ask("/b");
server.reload({ routes: { "/": b } });
await ask("/");
await ask(script);
server.reload({ fetch: () => new Response("only fetch") });
await ask("/");
await ask(script);
server.reload({ routes: { "/": a } });
await ask("/");
await ask(script);
await server.stop(true);
