// @covers BunRequest.params
// Names of parameters are compared from the first colon of a segment, and given from its last one.
import { attempt, listen, send } from "../../client.ts";

for (const path of [
  "/:a:b", "/:a:b/:c", "/::/:", "/:/::", "/:a/:/::", "/:::/:", "/::a", "/::a/:b", "/:a::/x", "/:a:/:b", "/:a:1", "/a:b:1/:c", "/x::x", "/:x/*",
  "/::/::", "/:/:", "/x:/:", "/:/x:", "/a:/:b/:b", "/a:1", "/:1", "/x:/y:", "/x::/y::", "/:x/*:x", "/*:x/:x", "/:x/a*:x", "/a:b/*:b", "/*a:1", "/::/::/c", "/:a/a:a",
]) {
  await attempt(path, async () => {
    const server = Bun.serve({
      ...listen(),
      routes: { [path]: (request: any) => Response.json(request.params) } as any,
      fetch: () => new Response("fetch"),
    });
    const filled = path.split("/").map((segment, i) => (segment.startsWith(":") ? `v${i}` : segment)).join("/");
    const replies = [await send(server, "GET", path), await send(server, "GET", filled)];
    await server.stop(true);
    return replies.map(({ body }) => body).join(" ");
  });
}
