// @covers Request
// A body that is read only after other waiting is still whole.
import { brief, listen } from "../../client.ts";
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const server = Bun.serve({
  ...listen(),
  async fetch(req: any) {
    const path = new URL(req.url).pathname;
    await (path === "/microtask" ? 1 : path === "/timer" ? wait(20) : new Promise((resolve) => setImmediate(resolve)));
    const text = await req.text();
    return new Response(`${text.length} ${text.slice(0, 5)}`);
  },
});
for (const path of ["/microtask", "/timer", "/immediate"]) for (const length of [5, 300_000]) await brief(server, "POST", path, {}, "0123456789".repeat(Math.ceil(length / 10)));
await server.stop(true);
