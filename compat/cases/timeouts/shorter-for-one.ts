// @covers Server.timeout
// @limit 20
// A limit of its own for one request.
import { raw, request } from "../../client.ts";
const server = Bun.serve({ port: 0, development: false, idleTimeout: 30, async fetch(req: Request, server: any) {
  if (req.url.endsWith("/short")) server.timeout(req, 1);
  await new Promise((resolve) => setTimeout(resolve, 9_000));
  return new Response("late");
} });
const [short, long] = await Promise.all(["/short", "/long"].map((path) => raw(server, request("GET", path), { limit: 11_000 })));
console.log(JSON.stringify(short!.replace("<reset>", "<closed>")), long!.slice(0, 15));
await server.stop(true);
process.exit(0);
