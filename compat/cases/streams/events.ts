// @covers Response
// Server-sent events, as the guide has them, read by a client that sees each one when it is sent.
const server = Bun.serve({
  port: 0,
  fetch(req: Request) {
    const { signal } = req;
    return new Response((async function* () {
      for (let id = 0; !signal.aborted && id < 4; id++) {
        yield `id: ${id}\nevent: tick\ndata: {"n":${id}}\n\n`;
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
    })() as any, { headers: { "Content-Type": "text/event-stream", "Cache-Control": "no-cache" } });
  },
});
const response = await fetch(server.url);
console.log(response.status, response.headers.get("content-type"), response.headers.get("cache-control"));
const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
for (;;) {
  const { done, value } = await reader.read();
  if (done) break;
  console.log(JSON.stringify(value));
}
await server.stop(true);
