// @covers Server.requestIP
import { ask } from "./_ask.ts";

const server = Bun.serve({
  unix: "app.sock",
  async fetch(request, server) {
    const before = server.requestIP(request);
    await Bun.sleep(5);
    return new Response(`${before} ${server.requestIP(request)}`);
  },
});
console.log(await ask("app.sock"));
server.stop(true);
