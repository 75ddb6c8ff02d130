// @covers Serve.Options.idleTimeout
// A client that stops in the middle of its content is given up, and the reader is told.
import { raw } from "../../client.ts";
let told = "";
const server = Bun.serve({ port: 0, development: false, idleTimeout: 2, async fetch(req: Request) {
  try { await req.text(); } catch (error: any) { told = `${error.name} ${error.message} ${req.signal.aborted}`; }
  return new Response("x");
} });
const reply = await raw(server, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nabc", { close: true, limit: 11_000 });
console.log(JSON.stringify(reply.replace("<reset>", "<closed>")), told, server.pendingRequests);
await server.stop(true);
