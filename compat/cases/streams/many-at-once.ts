// @covers Response
// Streams of many requests do not mix.
const server = Bun.serve({ port: 0, fetch(req: Request) {
  const name = new URL(req.url).pathname.slice(1);
  return new Response((async function* () { for (let i = 0; i < 20; i++) { yield `${name}-${i};`; if (i % 3 === 0) await new Promise((resolve) => setTimeout(resolve, 1)); } })() as any);
} });
const texts = await Promise.all(Array.from({ length: 40 }, async (_, i) => (await fetch(`${server.url}r${i}`)).text()));
console.log(texts.every((text, i) => text === Array.from({ length: 20 }, (_, n) => `r${i}-${n};`).join("")), server.pendingRequests);
await server.stop(true);
