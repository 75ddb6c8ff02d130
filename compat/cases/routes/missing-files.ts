// @covers Serve.Options.routes
// A route for a file that is not there leaves the request to the next best route.
import { brief, listen } from "../../client.ts";

const says = (text: string) => (req: any) => new Response(`${text} ${JSON.stringify(req.params)}`);
const none = () => Bun.file("/no/such/file");
const tables: Record<string, any>[] = [
  { "/a": none(), "/:x": says("param"), "/*": says("star") },
  { "/a": new Response(none()), "/*": says("star") },
  { "/a": none(), "/a/*": says("below"), "/:x": new Response("static") },
  { "/a/*": none(), "/*": says("star") },
  { "/:x": none(), "/*": says("star"), "/a/:y": says("param") },
  { "/a/:y": none(), "/:x/b": says("param"), "/*": says("star") },
  { "/a": { GET: none(), POST: says("post") }, "/*": says("star") },
  { "/a": none(), "/:x": false, "/*": says("star") },
  { "/a": none(), "/*": { GET: says("star") } },
  { "/a": none(), "/:x": { GET: says("param"), POST: new Response("static") }, "/*": says("star") },
  { "/a": none() },
];
for (const routes of tables) {
  for (const fetch of [() => new Response("fetch"), undefined]) {
    const server = Bun.serve({ ...listen(), development: false, routes, fetch } as any);
    console.log(Object.keys(routes).join(" "), fetch !== undefined);
    for (const method of ["GET", "HEAD", "POST"]) {
      for (const path of ["/a", "/a/b"]) await brief(server, method, path, {}, method === "POST" ? "abc" : undefined);
    }
    await server.stop(true);
  }
}
