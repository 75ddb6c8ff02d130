// @covers Serve.Options.fetch
import { readdirSync } from "node:fs";
import { brief, connect, listen } from "../../client.ts";
import { folder, put } from "./_reply.ts";

// Clients that leave in the middle of a large file: every descriptor is given back, others are served.
const made = folder();
const file = put(`${made}/large.bin`, new Uint8Array(24 * 1024 * 1024).fill(65));
const server = Bun.serve({
  ...listen(),
  routes: { "/route": Bun.file(file), "/d/*": { dir: made }, "/small": new Response("small"), "/handler": () => new Response(Bun.file(file)) },
  fetch: () => new Response("fetch"),
});
const descriptors = () => {
  let count = 0;
  for (const fd of readdirSync("/proc/self/fd")) {
    try {
      if (require("node:fs").readlinkSync(`/proc/self/fd/${fd}`) === file) count++;
    } catch {}
  }
  return count;
};
const leave = (path: string) =>
  new Promise<void>((resolve) => {
    const socket = connect(server);
    socket.on("error", () => {});
    socket.on("close", () => resolve());
    socket.once("data", () => socket.destroy());
    socket.write(`GET ${path} HTTP/1.1\r\nHost: test\r\n\r\n`);
  });
for (const path of ["/route", "/d/large.bin", "/handler"]) {
  await Promise.all(Array.from({ length: 8 }, () => leave(path)));
  for (let tries = 0; tries < 500 && descriptors() > 0; tries++) await new Promise((resolve) => setTimeout(resolve, 10));
  console.log(path, "open descriptors:", descriptors());
  await brief(server, "GET", "/small");
}
await server.stop(true);
