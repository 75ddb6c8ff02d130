// @covers Bun.serve
const one = Bun.serve({ port: 0, fetch: () => new Response("one") });
const two = Bun.serve({ port: 0, error: () => new Response("unreachable"), fetch: async () => new Response(`two, asking ${await (await fetch(one.url)).text()}`) });
console.log(one.port !== two.port, await (await fetch(two.url)).text());
await one.stop(true);
console.log(await (await fetch(two.url)).text());
two.stop(true);
