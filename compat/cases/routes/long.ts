// @covers Serve.Options.routes
import { listen, send } from "../../client.ts";

const server = Bun.serve({ ...listen(), routes: { "/:a/*": (req: any) => new Response(`${req.params.a.length}`), ["/" + "x".repeat(2000)]: new Response("long route") }, fetch: () => new Response("fallback") });
for (const path of ["/" + "y".repeat(3000) + "/z", "/" + "x".repeat(2000), "/a" + "/b".repeat(300), "/" + "%41".repeat(500) + "/x", "/" + "z".repeat(8000)]) {
  const reply = await send(server, "GET", path);
  console.log(path.length, reply.status, reply.body);
}
await server.stop(true);
