// @covers Server.stop
// The port of a stopped server is free for the next one.
const first = Bun.serve({ port: 0, fetch: () => new Response("first") });
const { port } = first;
console.log(await (await fetch(first.url, { headers: { connection: "close" } })).text());
await first.stop(true);
const second = Bun.serve({ port, fetch: () => new Response("second") });
console.log(second.port === port, await (await fetch(second.url)).text());
await second.stop(true);
