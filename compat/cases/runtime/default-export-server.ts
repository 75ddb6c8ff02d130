// A server that runs already is not started again.
const server = Bun.serve({ port: 0, fetch: () => new Response("x") });
setTimeout(() => server.stop(true), 100);
console.log("one server");
export default server;
