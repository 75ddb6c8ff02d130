// @covers Server.stop
// While a request waits, stop() closes idle connections at once, and each busy one after its reply.
import { listen } from "../../client.ts";
import { Client, get } from "./_client.ts";

const gates: (() => void)[] = [];
const server = Bun.serve({
  ...listen(),
  async fetch(request) {
    if (request.url.endsWith("/slow")) await new Promise<void>((resolve) => gates.push(resolve));
    return new Response("x");
  },
});
const idle = new Client(server, get("/"));
await idle.replies(1);
const first = new Client(server, get("/slow"));
while (gates.length < 1) await new Promise((resolve) => setTimeout(resolve, 5));
const second = new Client(server, get("/slow"));
while (gates.length < 2) await new Promise((resolve) => setTimeout(resolve, 5));
const stopped = server.stop();
console.log("idle closed", await idle.ends(3000), "first", first.closed, "second", second.closed);
gates[0]?.();
console.log("first", await first.replies(1), await first.ends(3000), "second", second.closed);
gates[1]?.();
console.log("second", await second.replies(1), await second.ends(3000));
await stopped;
