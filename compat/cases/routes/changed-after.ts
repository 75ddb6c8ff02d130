// @covers Serve.Options.routes
import { brief, listen } from "../../client.ts";

let reads = 0;
const perMethod: any = { GET: () => new Response("get") };
const routes: any = {
  "/a": () => new Response("a"),
  "/m": perMethod,
  "/gone": new Response("gone"),
  get "/getter"() {
    reads++;
    return () => new Response("getter");
  },
};
const server = Bun.serve({ ...listen(), routes, fetch: () => new Response("fetch") });
routes["/a"] = () => new Response("changed");
routes["/b"] = () => new Response("added");
perMethod.GET = () => new Response("changed get");
perMethod.POST = () => new Response("added post");
delete routes["/gone"];
for (const path of ["/a", "/b", "/m", "/gone", "/getter", "/getter"]) await brief(server, "GET", path);
await brief(server, "POST", "/m", { "Content-Length": "0" });
console.log("reads of the getter are few:", reads <= 2 && reads > 0);
server.reload({ routes, fetch: () => new Response("fetch again") } as any);
for (const path of ["/a", "/b", "/m", "/gone", "/getter"]) await brief(server, "GET", path);
await brief(server, "POST", "/m", { "Content-Length": "0" });
await server.stop(true);
