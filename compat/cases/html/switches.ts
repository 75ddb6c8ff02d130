// @covers Serve.Options.development, Server.development, Serve.Development.hmr, Serve.Development.console, Serve.Development.chromeDevToolsAutomaticWorkspaceFolders
// What the development option may be, and which pages it makes.
import { listen } from "../../client.ts";
import { get, hashless, loaded, page, site } from "./_site.ts";

site({ "i.html": "<script src=m.ts></script>", "m.ts": "console.log(1)" });
const index = await page("i.html");
const values: unknown[] = [true, false, undefined, null, 0, 1, "", "x", {}, [], { hmr: true }, { hmr: false }, { hmr: undefined }, { hmr: null }, { hmr: 0 }, { hmr: "a" }, { hmr: [] }, { console: {} }, { console: true }, { console: 1 }, { console: null }, { hmr: false, console: true }, { chromeDevToolsAutomaticWorkspaceFolders: false }, { chromeDevToolsAutomaticWorkspaceFolders: 1 }, { other: 1 }];
for (const development of values) {
  const label = JSON.stringify(development);
  try {
    const server = Bun.serve({ ...listen(), development: development as never, routes: { "/": index } });
    const { status, body, fields } = await get(server, "/");
    const workspace = await get(server, "/.well-known/appspecific/com.chrome.devtools.json");
    console.log(label, server.development, status, loaded(body).map(hashless).join(" "), fields["cache-control"], workspace.status, workspace.fields["content-type"], workspace.body.replace(process.cwd(), "<cwd>").replace(/[0-9a-f-]{36}/, "<uuid>"));
    await server.stop(true);
  } catch (error) {
    const { name, code, message } = error as NodeJS.ErrnoException;
    console.log(label, name, code, message);
  }
}
