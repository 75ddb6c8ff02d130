// @covers Serve.Options.port
// @env BUN_PORT=17311
// @env PORT=17312
// @env NODE_PORT=17313
const server = Bun.serve({ fetch: () => new Response("x") });
// The variable's name belongs to the case: which one decided is the last digit.
console.log(server.port % 10);
server.stop(true);
const chosen = Bun.serve({ port: 0, fetch: () => new Response("x") });
console.log([17311, 17312, 17313, 17322, 17323, 17333].includes(chosen.port!));
chosen.stop(true);
