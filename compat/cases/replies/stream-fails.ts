// @covers Response, ReadableStream
// A stream that fails after its first bytes: the client must be able to tell that the body is not whole.
import { raw } from "../../client.ts";
const server = Bun.serve({
  port: 0,
  development: false,
  fetch: () => new Response(new ReadableStream({ async pull(c) { c.enqueue("first"); await new Promise((r) => setTimeout(r, 30)); throw new Error("stream broke"); } })),
});
const text = await raw(server, "GET / HTTP/1.1\r\nHost: a\r\n\r\n", { close: true });
console.log(text.slice(0, 15), text.includes("first"), "whole:", /\r\n0\r\n\r\n/.test(text), text.endsWith("<closed>") || text.endsWith("<reset>"));
console.log("still serving", (await raw(server, "HEAD / HTTP/1.1\r\nHost: a\r\n\r\n")).slice(0, 15));
await server.stop(true);
process.exit(0);
