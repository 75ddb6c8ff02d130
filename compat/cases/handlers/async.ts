// @covers Serve.Options.fetch
import { brief, listen, send } from "../../client.ts";
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const server = Bun.serve({
  ...listen(),
  async fetch(req: Request) {
    const path = new URL(req.url).pathname;
    if (path === "/microtask") await 1;
    if (path === "/timer") await wait(5);
    if (path === "/slow") await wait(150);
    if (path === "/immediate") await new Promise((resolve) => setImmediate(resolve));
    return new Response(`${path} ${req.method} ${req.headers.get("x-a")} ${new URL(req.url).search}`, { headers: { "x-late": "1" } });
  },
});
for (const path of ["/now", "/microtask", "/timer?q=1", "/immediate"]) await brief(server, "GET", path, { "x-a": "kept" });
const order: string[] = [];
await Promise.all([["/slow", "slow"], ["/now", "fast"]].map(async ([path, name]) => { await send(server, "GET", path!); order.push(name!); }));
console.log(order.join());
await server.stop(true);
