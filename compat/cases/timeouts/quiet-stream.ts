// @covers Serve.Options.idleTimeout
// A stream that says nothing for too long is cut off, one that speaks is not.
import { raw, request } from "../../client.ts";
const server = Bun.serve({ port: 0, development: false, idleTimeout: 5, fetch(req: Request) {
  const busy = req.url.endsWith("/busy");
  return new Response((async function* () {
    for (let i = 0; i < 10; i++) { yield "tick "; await new Promise((resolve) => setTimeout(resolve, busy ? 900 : 30_000)); }
  })() as any);
} });
const [busy, quiet] = await Promise.all(["/busy", "/quiet"].map((path) => raw(server, request("GET", path), { limit: 14_000 })));
console.log(busy!.split("tick").length - 1, busy!.endsWith("0\r\n\r\n"));
console.log(quiet!.split("tick").length - 1, /<(closed|reset)>$/.test(quiet!), server.pendingRequests);
process.exit(0);
