// @covers Serve.DirectoryRouteOptions.dir
import { listen } from "../../client.ts";
import { reply } from "../files/_reply.ts";
import { tree } from "./_tree.ts";

const { served } = tree();
const of = (text: string) => () => new Response(text);
const server = Bun.serve({
  ...listen(),
  routes: {
    "/s/*": { dir: served },
    "/s/sub/special": of("special"),
    "/s/:x/zz": of("param"),
    "/s/sub/*": of("deeper"),
    "/abs/*": { dir: `${served}/`, statCache: false },
    "/*": { dir: `${served}/sub` },
  },
});
for (const path of [
  "/s/sub/special",
  "/s/q/zz",
  "/s/sub/b.js",
  "/s/a.txt",
  "/abs/a.txt",
  "/abs/sub",
  "/b.js",
  "/",
  "/nope",
  "/s",
  "/s/nope",
  "/abs/sub/special",
])
  await reply(server, "GET", path);
await server.stop(true);
