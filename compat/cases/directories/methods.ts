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
for (const method of ["HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH"])
  for (const path of ["/s/a.txt", "/s/big.bin", "/s/empty.txt", "/s/nope", "/s/sub", "/s/sub/"])
    await reply(server, method, path);
await server.stop(true);
