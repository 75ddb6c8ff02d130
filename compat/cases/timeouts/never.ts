// @covers Serve.Options.idleTimeout
// idleTimeout 0: for ever.
import { raw, request } from "../../client.ts";
const server = Bun.serve({ port: 0, development: false, idleTimeout: 0, async fetch() {
  await new Promise((resolve) => setTimeout(resolve, 13_000));
  return new Response("late");
} });
console.log((await raw(server, request("GET", "/"), { limit: 18_000 })).slice(0, 15));
await server.stop(true);
