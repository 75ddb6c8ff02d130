// @covers Serve.Options.routes
import { brief, listen } from "../../client.ts";
import { folder, put } from "../files/_reply.ts";

const dir = folder();
const file = put(`${dir}/n.txt`, "file");
const kinds: Record<string, () => unknown> = {
  handler: () => () => new Response("handler"),
  refused: () => false,
  response: () => new Response("response"),
  file: () => Bun.file(file),
  get: () => ({ GET: () => new Response("get") }),
  "get response": () => ({ GET: new Response("get response") }),
  post: () => ({ POST: () => new Response("post") }),
};
for (const shape of [
  ["/:x", "/:y"],
  ["/a/:x/*", "/a/:y/*"],
] as const)
  for (const [first, one] of Object.entries(kinds))
    for (const [second, other] of Object.entries(kinds)) {
      const server = Bun.serve({
        ...listen(),
        routes: { [shape[0]]: one(), [shape[1]]: other() } as any,
        fetch: () => new Response("from fetch"),
      });
      console.log(`${shape[0]} ${first}, ${second}`);
      for (const method of ["GET", "POST", "PUT"])
        await brief(server, method, shape[0] === "/:x" ? "/q" : "/a/b/c");
      await server.stop(true);
    }
