// @covers Serve.Options.routes
const routes: Record<string, any> = {};
for (let n = 0; n < 1000; n++) routes[`/r${n}`] = n % 2 ? new Response(`static ${n}`) : () => new Response(`function ${n}`);
for (let n = 0; n < 100; n++) routes[`/p${n}/:id`] = (req: any) => new Response(`${n} ${req.params.id}`);
const server = Bun.serve({ port: 0, routes });
for (const path of ["/r0", "/r1", "/r500", "/r999", "/p0/a", "/p99/b"]) console.log(path, await (await fetch(new URL(path, server.url))).text());
await server.stop(true);
