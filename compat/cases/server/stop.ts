// @covers Server.stop
import { raw } from "../../client.ts";
const server = Bun.serve({ port: 0, fetch: () => new Response("x") });
const port = server.port!;
const stopped = server.stop();
console.log(stopped instanceof Promise, await stopped);
console.log(await raw(port, "GET / HTTP/1.1\r\nHost: a\r\n\r\n"));
console.log(await server.stop(), await server.stop(true), "stopping twice is fine");
