// @covers Server.stop
import { raw } from "../../client.ts";
const server = Bun.serve({ port: 0, fetch(_req, server) { server.stop(); return new Response("last words"); } });
const port = server.port!;
console.log(await raw(port, "GET / HTTP/1.1\r\nHost: a\r\n\r\n", { close: true }));
console.log(await raw(port, "GET / HTTP/1.1\r\nHost: a\r\n\r\n"));
