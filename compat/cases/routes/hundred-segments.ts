// @covers Serve.Options.routes
// @difference hundred-segments
import { brief, listen } from "../../client.ts";

const at = (segments: number, last = "x") => `${"/x".repeat(segments - 1)}/${last}`;
const server = Bun.serve({
  ...listen(),
  routes: { [at(99, "a")]: new Response("99"), [at(120, "a")]: new Response("120") },
  fetch: () => new Response("fetch"),
});
for (const path of [at(99, "a"), at(99, "b"), at(120, "a"), at(120, "b"), at(121, "a")]) await brief(server, "GET", path);
await server.stop(true);
