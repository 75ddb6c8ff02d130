// @covers Serve.DirectoryRouteOptions.dir
import { listen } from "../../client.ts";
import { reply } from "../files/_reply.ts";
import { tree } from "./_tree.ts";

const { served } = tree();
const server = Bun.serve({
  ...listen(),
  routes: { "/s/*": { dir: served } },
  fetch: () => new Response("from fetch", { status: 299 }),
});
for (const path of [
  "inside",
  "outside",
  "absolute",
  "absolute-in-root",
  "clamped",
  "folder-outside",
  "folder-outside/",
  "folder-outside/secret.txt",
  "folder-outside/public/a.txt",
  "folder-inside",
  "folder-inside/",
  "folder-inside/b.js",
  "folder-inside/up",
  "dangling",
  "loop",
  "absolute-inside",
  "sub/up",
  "sub/up-up",
  "chain",
  "dot",
  "to-root",
  "to-root/",
  "to-root/a.txt",
  "to-root/to-root/sub/b.js",
  "slash",
  "slash/",
  "slash/b.js",
])
  await reply(server, "GET", `/s/${path}`);
await server.stop(true);
