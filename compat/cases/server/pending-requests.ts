// @covers Server.pendingRequests
const seen: number[] = [];
const gate = Promise.withResolvers<void>();
const server = Bun.serve({
  port: 0,
  async fetch(_req, server) {
    seen.push(server.pendingRequests);
    if (seen.length === 3) gate.resolve();
    await gate.promise;
    return new Response("x");
  },
});
console.log("before", server.pendingRequests);
const all = await Promise.all([1, 2, 3].map(() => fetch(server.url)));
console.log(seen.join(), all.map((one) => one.status).join());
for (const one of all) await one.text();
await new Promise((resolve) => setTimeout(resolve, 20));
console.log("after", server.pendingRequests, server.pendingWebSockets);
server.stop(true);
