// @covers Request.signal
// Other signals beside the request's own.
const server = Bun.serve({ port: 0, async fetch(req: Request) {
  const signal = AbortSignal.any([req.signal, AbortSignal.timeout(20)]);
  await new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve()));
  return new Response(`${signal.reason.name} ${req.signal.aborted}`);
} });
console.log(await (await fetch(server.url)).text());
await server.stop(true);
