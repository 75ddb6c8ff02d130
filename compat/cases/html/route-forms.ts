// @covers Serve.Options.routes
// Pages as values of routes of every form, and what is none.
import { listen } from "../../client.ts";
import { get, page, site } from "./_site.ts";

site({ "i.html": "<title>page</title><script src=m.ts></script>", "m.ts": "console.log(1)" });
const index = await page("i.html");
const forms: Record<string, Record<string, unknown>> = {
  plain: { "/": { index: index.index } }, files: { "/": { index: index.index, files: [] } }, spread: { "/": { ...index } },
  get: { "/": { GET: index } }, post: { "/": { POST: index, GET: () => new Response("get") } }, param: { "/:x": index },
  repeated: { "/:x/:x": index }, numbered: { "/:1": index }, wildcard: { "/*": index, "/api": () => new Response("api") },
  other: { "/x": index }, falsy: { "/": false, "/x": index }, static: { "/": new Response("static"), "/x": index },
};
for (const [name, routes] of Object.entries(forms)) {
  for (const development of [false, true]) {
    try {
      const server = Bun.serve({ ...listen(), development, routes: routes as never });
      for (const ask of ["GET /", "POST /", "GET /x", "HEAD /x", "GET /api", "GET /a/b"]) {
        const [method = "", path = ""] = ask.split(" ");
        const { status, fields, body } = await get(server, path, method);
        console.log(name, development, ask, status.slice(9), fields["content-type"], /<title>.*<\/title>/.exec(body)?.[0] ?? body);
      }
      await server.stop(true);
    } catch (error) {
      const { name: kind, code, message } = error as NodeJS.ErrnoException;
      console.log(name, development, kind, code, message.split("\n")[0]);
    }
  }
}
