// @covers Serve.UnixServeOptions.unix
import { readFileSync } from "node:fs";
import { curl, freshName } from "./_curl.ts";

const name = freshName();
const server = Bun.serve({
  unix: `\0${name}`,
  fetch: async (request, server) =>
    new Response(`${request.url} ${await request.text()} ${server.requestIP(request)}`),
});
console.log(
  server.port,
  server.hostname,
  server.protocol,
  server.url.href === `abstract://${name}/`,
  server.address === `\0${name}`,
);
console.log(await curl(name, "http://localhost/a?b"));
console.log(await curl(name, "http://localhost/", "-d", "content"));
const listed = () =>
  readFileSync("/proc/net/unix", "latin1")
    .split("\n")
    .filter((line) => line.endsWith(` @${name}`)).length;
console.log(listed());
console.log(
  (await Promise.all(Array.from({ length: 30 }, (_, i) => curl(name, `http://localhost/${i}`)))).length,
);
await server.stop();
console.log(await curl(name), listed());
console.log(server.port, server.address === `\0${name}`);
