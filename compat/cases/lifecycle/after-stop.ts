// @covers Server.stop
// A stopped server keeps its facts, and its methods do no harm; nobody is served any more.
const server = Bun.serve({ port: 0, id: "shop", development: false, fetch: () => new Response("x") });
console.log(await (await fetch(server.url)).text());
await server.stop();
console.log(await fetch(server.url).then(() => "served", (error) => error.code));
console.log(server.id, server.development, server.hostname, server.pendingRequests, server.pendingWebSockets, server.url instanceof URL);
console.log(await server.stop(), await server.stop(true), server.ref() === server, server.unref() === server);
console.log(server.reload({ fetch: () => new Response("other") }) === server, server.publish("topic", "message"), server.subscriberCount("topic"), server.requestIP(new Request("http://x")));
console.log(await (await server.fetch("/still")).text());
