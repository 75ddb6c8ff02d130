// @covers Server.timeout
// 0 takes the limit away.
import { raw, request } from "../../client.ts";
const server = Bun.serve({ port: 0, development: false, idleTimeout: 1, async fetch(req: Request, server: any) {
  server.timeout(req, 0);
  await new Promise((resolve) => setTimeout(resolve, 6_000));
  return new Response("late");
} });
console.log((await raw(server, request("GET", "/"), { limit: 11_000 })).slice(0, 15));
await server.stop(true);
