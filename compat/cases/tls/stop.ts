// @covers Server.stop
import { askTls, certificate } from "./_tls.ts";

let arrived = () => {};
const there = new Promise<void>((resolve) => (arrived = resolve));
const server = Bun.serve({
  port: 0,
  tls: certificate(""),
  async fetch() {
    arrived();
    await Bun.sleep(80);
    return new Response("late");
  },
});
const port = server.port ?? 0;
const reply = askTls(port);
await there;
const stopped = server.stop();
console.log(await askTls(port));
console.log(await reply);
await stopped;
console.log("stopped", server.port);
