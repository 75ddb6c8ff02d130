// @covers Serve.UnixServeOptions.unix
import { existsSync, lstatSync } from "node:fs";
import { ask } from "./_ask.ts";

const server = Bun.serve({
  unix: "./app.sock",
  fetch: async (request) => new Response(`${request.method} ${request.url} ${await request.text()}`),
});
console.log(server.port, server.hostname, server.protocol, server.url.href, JSON.stringify(server.address));
console.log(lstatSync("app.sock").isSocket());
console.log(await ask("app.sock", "/a?b=1"));
console.log(await ask("app.sock", "/post", "POST", "content"));
console.log((await Promise.all(Array.from({ length: 20 }, (_, i) => ask("app.sock", `/${i}`)))).join("\n"));
await server.stop();
console.log(existsSync("app.sock"), await ask("app.sock"));
console.log(server.port, server.hostname, server.url.href, JSON.stringify(server.address));
