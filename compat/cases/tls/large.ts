// @covers Serve.HostnamePortServeOptions.tls
import { certificate } from "./_tls.ts";

const server = Bun.serve({
  port: 0,
  tls: certificate(""),
  fetch: async (request) => new Response(await request.arrayBuffer()),
});
const bytes = new Uint8Array(2_000_000).map((_, i) => i * 13);
const reply = await fetch(server.url, {
  method: "POST",
  body: bytes,
  tls: { rejectUnauthorized: false },
} as any);
console.log(reply.status, Buffer.from(await reply.arrayBuffer()).equals(Buffer.from(bytes)));
server.stop(true);
process.exit(0);
