// @covers Serve.Options.maxRequestBodySize
// A client that asks before it sends is told no before it sends.
import { listen, raw } from "../../client.ts";
const server = Bun.serve({ ...listen(), maxRequestBodySize: 10, fetch: () => new Response("x") });
const reply = await raw(server, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 11\r\nExpect: 100-continue\r\n\r\n", { close: true });
console.log(JSON.stringify(reply.replace("HTTP/1.1 100 Continue\r\n\r\n", "")));
await server.stop(true);
