// @covers Server.reload
// A request under way keeps the handlers that it began with.
const entered = Promise.withResolvers<void>();
const release = Promise.withResolvers<void>();
const server = Bun.serve({ port: 0, async fetch() { entered.resolve(); await release.promise; throw new Error("late"); }, error: (error: any) => new Response(`old ${error.message}`) });
const old = fetch(server.url);
await entered.promise;
server.reload({ fetch: () => new Response("new"), error: () => new Response("new error") });
console.log(await (await fetch(server.url)).text());
release.resolve();
console.log(await (await old).text());
await server.stop(true);
