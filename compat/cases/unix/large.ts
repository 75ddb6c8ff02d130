// @covers Serve.UnixServeOptions.unix
const server = Bun.serve({
  unix: `${process.cwd()}/app.sock`,
  fetch: async (request) => new Response(await request.arrayBuffer()),
});
const bytes = new Uint8Array(3_000_000).map((_, i) => i * 7);
const reply = await fetch("http://localhost/", {
  method: "POST",
  body: bytes,
  unix: `${process.cwd()}/app.sock`,
} as any);
const back = new Uint8Array(await reply.arrayBuffer());
console.log(reply.status, back.length, Buffer.from(back).equals(Buffer.from(bytes)));
server.stop(true);
process.exit(0);
