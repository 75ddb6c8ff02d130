// @covers Server.fetch
// @difference fetch-no-url
// A text that is no URL at all.
const server: any = Bun.serve({ port: 0, fetch: (request) => new Response(request.url) });
for (const text of ["x", "//x"])
  console.log(text, await server.fetch(text).then((response: Response) => response.text(), (error: any) => `${error.name} ${error.code}`));
await server.stop(true);
