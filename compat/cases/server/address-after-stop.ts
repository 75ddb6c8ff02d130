// @covers Server.stop, Server.url, Server.port
// A stopped server has no address, and the port that its options name; a URL that was read before stays.
const serve = (options: object = {}) => Bun.serve({ port: 0, fetch: () => new Response("x"), ...options });
const show = (server: any, port: unknown) =>
  console.log(
    ["port", "hostname", "url", "address"].map((name) => `${name} ${JSON.stringify(server[name])}`.replaceAll(String(port), "N")).join("; "),
  );

for (const force of [false, true]) {
  const server = serve();
  const { port } = server;
  server.stop(force);
  show(server, port);
}

const read = serve({ hostname: "127.0.0.1" });
const { port } = read;
read.url;
await read.stop();
show(read, port);

const named = serve({ port });
await named.stop();
show(named, port);

const entered = Promise.withResolvers<void>();
const release = Promise.withResolvers<void>();
const busy = serve({ async fetch() { entered.resolve(); await release.promise; return new Response("late"); } });
const answer = fetch(`http://localhost:${busy.port}/`);
await entered.promise;
const stopped = busy.stop();
show(busy, "no port");
release.resolve();
console.log(await (await answer).text());
await stopped;
