// @covers Serve.Options.maxRequestBodySize
// Content in chunks that grows too large while it is read: by any reader, and whatever the handler answers.
import { listen, raw } from "../../client.ts";
const server = Bun.serve({ ...listen(), development: false, maxRequestBodySize: 10, async fetch(req: any) {
  const how = new URL(req.url).pathname.slice(1);
  req.signal.addEventListener("abort", () => console.log("signal"));
  try {
    if (how === "stream") for await (const _ of req.body) { /* until it breaks */ }
    else await req[how]();
  } catch (error: any) { console.log(how, error.constructor.name, error.message, error.code, req.signal.aborted); }
  return new Response("too late");
} });
for (const how of ["text", "json", "bytes", "arrayBuffer", "blob", "stream"])
  console.log(JSON.stringify(await raw(server, `POST /${how} HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n6\r\nxxxxxx\r\n6\r\nxxxxxx\r\n0\r\n\r\n`, { close: true })), server.pendingRequests);
await server.stop(true);
