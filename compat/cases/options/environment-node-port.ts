// @covers Serve.Options.port
// @env NODE_PORT=47333
const server = Bun.serve({ fetch: () => new Response("x") });
// The variable's name belongs to the case: which one decided is the last digit.
console.log(server.port % 10);
server.stop(true);
const chosen = Bun.serve({ port: 0, fetch: () => new Response("x") });
console.log([47311, 47312, 47313, 47322, 47323, 47333].includes(chosen.port!));
chosen.stop(true);
