// @covers Server.reload
// A handler may replace itself.
let generation = 0;
const options = { port: 0, fetch(_req: Request, server: any): Response { generation++; server.reload(options); return new Response(String(generation)); } };
const server = Bun.serve(options);
for (let i = 0; i < 3; i++) console.log(await (await fetch(server.url)).text());
await server.stop(true);
