// @covers Serve.Options.routes
import { brief, listen } from "../../client.ts";

const routes: any = {};
for (let i = 0; i < 1200; i++) {
  routes[`/exact/${i}`] = new Response(`exact ${i}`);
  routes[`/handler/${i}`] = () => new Response(`handler ${i}`);
  routes[`/a${i}/:id`] = (request: any) => new Response(`param ${i} ${request.params.id}`);
  if (i % 10 === 0) routes[`/w${i}/*`] = new Response(`wild ${i}`);
  if (i % 10 === 0) routes[`/deep/:a/${i}/:b`] = (request: any) => new Response(`deep ${i} ${JSON.stringify(request.params)}`);
}
const server = Bun.serve({ ...listen(), routes, fetch: () => new Response("fetch") });
for (const i of [0, 1, 10, 999, 1000, 1100, 1199, 1200]) {
  for (const path of [`/exact/${i}`, `/handler/${i}`, `/a${i}/x%20y`, `/a${i}`, `/w${i}/x/y`, `/w${i}`, `/deep/q/${i}/r`, `/deep/q/${i}`])
    await brief(server, "GET", path);
}
server.reload({ routes: { "/exact/1": new Response("one") }, fetch: () => new Response("fetch 2") } as any);
for (const path of ["/exact/1", "/exact/2", "/a1/x", "/w10/x"]) await brief(server, "GET", path);
await server.stop(true);
