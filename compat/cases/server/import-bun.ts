// @covers Bun.serve
import bun, { serve } from "bun";
import * as all from "bun";
console.log(bun === Bun, serve === Bun.serve, all.serve === serve);
const server = serve({ port: 0, fetch: () => new Response("imported") });
console.log(await (await fetch(server.url)).text());
server.stop(true);
