// @covers Serve.UnixServeOptions.unix
import { curl, freshName } from "./_curl.ts";

const name = freshName();
const server = Bun.serve({
  unix: `\0${name}`,
  fetch: async (request) =>
    new Response(`${(await request.arrayBuffer()).byteLength} ${"y".repeat(100_000)}`),
});
await Bun.write("upload", "x".repeat(2_000_000));
console.log((await curl(name, "http://localhost/", "--data-binary", "@upload")).length);
server.stop(true);
