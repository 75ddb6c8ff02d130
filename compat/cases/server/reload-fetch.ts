// @covers Server.reload
import { attempt } from "../../client.ts";
const server: any = Bun.serve({ port: 0, fetch: () => new Response("one"), error: () => new Response("error one") });
const get = async () => (await fetch(server.url)).text();
console.log(await get());
console.log(server.reload({ fetch: () => new Response("two") }) === server, await get());
server.reload({ fetch: () => { throw new Error("x"); } });
console.log("the old error handler", await get());
server.reload({ fetch: () => { throw new Error("x"); }, error: () => new Response("error two") });
console.log(await get());
const port = server.port;
server.reload({ port: 1, hostname: "127.0.0.9", fetch: () => new Response("three") });
console.log(server.port === port, server.hostname, await get());
await attempt("reload()", () => server.reload());
await attempt("reload({})", () => server.reload({}));
await attempt("reload(5)", () => server.reload(5));
await attempt("reload({fetch:5})", () => server.reload({ fetch: 5 }));
console.log(await get());
server.stop(true);
