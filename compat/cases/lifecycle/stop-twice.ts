// @covers Server.stop
// Once is enough, and again is no error.
import { raw } from "../../client.ts";
const server = Bun.serve({ port: 0, fetch: () => new Response("x") });
const { port } = server;
const first = server.stop();
const second = server.stop();
const forced = server.stop(true);
console.log(first instanceof Promise, second instanceof Promise, forced instanceof Promise);
console.log((await Promise.all([first, second, forced])).length);
console.log(server.port, await raw(port!, "GET / HTTP/1.1\r\nHost: a\r\n\r\n"));
