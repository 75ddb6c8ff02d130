// @covers Serve.Options.fetch
// The Date of a reply is the time it was sent.
const server = Bun.serve({ port: 0, fetch: () => new Response("x") });
const response = await fetch(server.url);
const age = Date.now() - Date.parse(response.headers.get("date")!);
console.log(age >= -1000 && age < 3000);
await server.stop(true);
