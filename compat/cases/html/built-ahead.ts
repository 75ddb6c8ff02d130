// @covers Serve.Options.routes
// What `bun build --target=bun` makes of an HTML import: a manifest of files that are there already.
import { listen } from "../../client.ts";
import { get, site } from "./_site.ts";

site({ "zz.html": "<p>zz", "zz-1.js": "console.log(1)", "a/b.js": "console.log(2)" });
const script = { input: "zz.html", path: "./zz-1.js", loader: "js", isEntry: true, headers: { etag: "abc", "content-type": "text/javascript;charset=utf-8", "x-more": "1" } };
const html = { input: "zz.html", path: "./zz.html", loader: "html", isEntry: true, headers: { etag: "def", "content-type": "text/html;charset=utf-8" } };
const good = { index: "./zz.html", files: [script, html] };
const values: Record<string, unknown> = {
  good, nested: { index: "./zz.html", files: [{ ...script, path: "./a/b.js" }, html] }, "no dot": { index: "zz.html", files: [{ ...html, path: "zz.html" }, { ...script, path: "zz-1.js" }] },
  "absolute index": { index: `${process.cwd()}/zz.html`, files: good.files }, "without headers": { index: "./zz.html", files: [{ path: "./zz-1.js", loader: "js" }] },
  "index not listed": { index: "./zz.html", files: [script] }, empty: { index: "./zz.html", files: [] }, "no files": { index: "./zz.html" }, "files no array": { index: "./zz.html", files: 3 },
  "bad entry": { index: "./zz.html", files: [{}] }, "one without headers": { index: "./zz.html", files: [{ path: "./zz-1.js", loader: "js" }, html] }, "not there": { index: "./gone.html", files: [{ ...html, path: "./gone.html" }] },
};
for (const [name, value] of Object.entries(values)) {
  try {
    const server = Bun.serve({ ...listen(), development: false, routes: { "/": value } as never });
    for (const [method, path] of [["GET", "/"], ["POST", "/"], ["GET", "/zz-1.js"], ["POST", "/zz-1.js"], ["GET", "/zz.html"], ["GET", "/a/b.js"]] as const) {
      const { status, fields, body } = await get(server, path, method);
      console.log(name, method, path, status, fields["content-type"], fields["etag"], fields["x-more"], "last-modified" in fields, body);
    }
    await server.stop(true);
  } catch (error) {
    const { name: kind, code, message } = error as NodeJS.ErrnoException;
    console.log(name, kind, code, message.split("\n")[0]);
  }
}
const server = Bun.serve({ ...listen(), development: true, routes: { "/": { GET: good, POST: () => new Response("post") } } as never });
const { etag = "" } = (await get(server, "/")).fields;
console.log((await get(server, "/", "GET", { "If-None-Match": etag })).status, (await get(server, "/", "POST")).body, (await get(server, "/zz-1.js")).body);
await server.stop(true);
