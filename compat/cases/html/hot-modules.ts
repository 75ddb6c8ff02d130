// @covers Serve.Options.routes, Serve.Options.development, Serve.Development.hmr
// @difference hot-modules uws
// @difference hot-modules node
// What a live page's script sees of hot modules.
import { listen } from "../../client.ts";
import { get, loaded, page, site } from "./_site.ts";

site({ "i.html": "<script src=m.ts></script>", "m.ts": "console.log(typeof import.meta.hot, import.meta.hot);" });
const server = Bun.serve({ ...listen(), development: true, routes: { "/": await page("i.html") } });
const [script = "/"] = loaded((await get(server, "/")).body);
const code = (await get(server, script)).body;
console.log("import.meta.hot is", /console\.log\("undefined"/.test(code) ? "undefined" : "there");
await server.stop(true);
