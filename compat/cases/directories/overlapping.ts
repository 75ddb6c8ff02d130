// @covers Serve.DirectoryRouteOptions.dir
import { mkdirSync } from "node:fs";
import { listen } from "../../client.ts";
import { folder, put, reply } from "../files/_reply.ts";

const made = folder();
for (const name of ["outer", "outer/sub", "inner"]) mkdirSync(`${made}/${name}`);
put(`${made}/outer/a.txt`, "outer a");
put(`${made}/outer/sub/b.txt`, "outer b");
put(`${made}/inner/b.txt`, "inner b");
put(`${made}/inner/index.html`, "inner index");
const server = Bun.serve({
  ...listen(),
  routes: {
    "/s/*": { dir: `${made}/outer` },
    "/s/sub/*": { dir: `${made}/inner` },
    "/s/exact": new Response("exact"),
    "/s/a.txt/extra": new Response("extra"),
    "/s/post": { POST: new Response("post") },
    "/s/:name": (request: any) => new Response(`param ${request.params.name}`),
    "/*": new Response("everything"),
  },
  fetch: () => new Response("fetch"),
});
for (const path of ["/s", "/s/", "/s/a.txt", "/s/exact", "/s/nope", "/s/post", "/s/sub", "/s/sub/", "/s/sub/b.txt", "/s/sub/a.txt", "/s/a.txt/extra", "/s/a.txt/no", "/s/x/y", "/t"])
  await reply(server, "GET", path);
await reply(server, "POST", "/s/post", { "Content-Length": "0" });
await reply(server, "POST", "/s/sub/b.txt", { "Content-Length": "0" });
await server.stop(true);
