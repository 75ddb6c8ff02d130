// @covers Serve.Options.fetch
import { unlinkSync } from "node:fs";
import { connect, listen } from "../../client.ts";
import { folder, put, reply } from "./_reply.ts";

// A file deleted while a client reads it: the client gets all of it.
const made = folder();
const size = 16 * 1024 * 1024;
const server = Bun.serve({
  ...listen(),
  development: false,
  routes: { "/route": Bun.file(`${made}/route`), "/d/*": { dir: made }, "/handler": () => new Response(Bun.file(`${made}/handler`)) },
  fetch: () => new Response("fetch"),
  error: (error: any) => new Response(error.code, { status: 500 }),
});
const deleted = (name: string, path: string) =>
  new Promise<number>((resolve) => {
    put(`${made}/${name}`, new Uint8Array(size).fill(65));
    const socket = connect(server);
    let received = 0;
    let head = -1;
    const done = () => (socket.destroy(), resolve(received - head));
    socket.on("data", (bytes: Buffer) => {
      if (head < 0) {
        head = bytes.indexOf("\r\n\r\n") + 4;
        unlinkSync(`${made}/${name}`);
      }
      received += bytes.length;
      if (received - head >= size) done();
    });
    socket.on("error", () => {});
    socket.on("close", done);
    socket.write(`GET ${path} HTTP/1.1\r\nHost: test\r\n\r\n`);
  });
for (const [name, path] of [["route", "/route"], ["directory", "/d/directory"], ["handler", "/handler"]] as const) {
  console.log(path, (await deleted(name, path)) === size);
  await reply(server, "GET", path);
}
await server.stop(true);
