// @covers Serve.Options.idleTimeout
// A handler that takes longer than the limit loses its client.
import { raw, request } from "../../client.ts";
let reason = "";
const server = Bun.serve({ port: 0, development: false, idleTimeout: 1, async fetch(req: Request) {
  req.signal.addEventListener("abort", () => { reason = `${req.signal.reason.name} ${req.signal.reason.message}`; });
  await new Promise((resolve) => setTimeout(resolve, 12_000));
  return new Response("late");
} });
const begun = Date.now();
const reply = await raw(server, request("GET", "/"), { close: true, limit: 11_000 });
console.log(JSON.stringify(reply.replace("<reset>", "<closed>")), Date.now() - begun < 9000, reason, server.pendingRequests);
process.exit(0);
