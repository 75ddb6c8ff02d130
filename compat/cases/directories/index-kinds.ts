// @covers Serve.DirectoryRouteOptions.dir
import { mkdirSync, symlinkSync } from "node:fs";
import { listen } from "../../client.ts";
import { folder, put, reply } from "../files/_reply.ts";

const made = folder();
const root = `${made}/root`;
for (const name of ["plain", "upper", "htm", "link", "outside", "directory/index.html", "empty", "a b", "ü", "deep/er"]) mkdirSync(`${root}/${name}`, { recursive: true });
put(`${made}/secret.html`, "secret");
put(`${root}/plain/index.html`, "plain");
put(`${root}/upper/INDEX.HTML`, "upper");
put(`${root}/htm/index.htm`, "htm");
put(`${root}/page.html`, "page");
symlinkSync("../page.html", `${root}/link/index.html`);
symlinkSync("../../secret.html", `${root}/outside/index.html`);
put(`${root}/empty/index.html`, "");
put(`${root}/a b/index.html`, "space");
put(`${root}/ü/index.html`, "umlaut");
put(`${root}/deep/er/index.html`, "deep");
const server = Bun.serve({ ...listen(), routes: { "/*": { dir: root } }, fetch: () => new Response("fetch") });
for (const name of ["plain", "upper", "htm", "link", "outside", "directory", "empty", "a%20b", "%C3%BC", "deep", "deep/er", "page.html", "page"]) {
  await reply(server, "GET", `/${name}`);
  await reply(server, "GET", `/${name}/`);
  await reply(server, "HEAD", `/${name}/?q=1`);
  await reply(server, "GET", `/${name}?q=1&r=/..`);
  await reply(server, "GET", `/${name}/index.html`);
}
await reply(server, "GET", "/");
await reply(server, "GET", "//plain");
await reply(server, "GET", "//example.com/..");
await server.stop(true);
