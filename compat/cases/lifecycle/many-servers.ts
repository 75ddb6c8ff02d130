// @covers Bun.serve
// Servers in one process know nothing of each other.
const servers = Array.from({ length: 5 }, (_, i) => Bun.serve({ port: 0, id: `s${i}`, fetch: (_req: Request, server: any) => new Response(`${server.id} ${server.pendingRequests}`) }));
console.log(new Set(servers.map((server) => server.port)).size);
console.log((await Promise.all(servers.map(async (server) => (await fetch(server.url)).text()))).join());
await servers[2]!.stop(true);
console.log((await Promise.all(servers.filter((_, i) => i !== 2).map(async (server) => (await fetch(server.url)).text()))).join());
await Promise.all(servers.map((server) => server.stop(true)));
