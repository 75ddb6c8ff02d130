// @covers Server.upgrade, Server.publish, Server.subscriberCount
import { attempt, brief } from "../../client.ts";
const server: any = Bun.serve({
  port: 0,
  async fetch(req, server: any) {
    await attempt("upgrade", () => server.upgrade(req));
    await attempt("upgrade({})", () => server.upgrade({}));
    await attempt("upgrade()", () => server.upgrade());
    return new Response("x");
  },
});
await brief(server, "GET", "/");
await attempt("publish", () => server.publish("topic", "x"));
await attempt("publish()", () => server.publish());
await attempt("subscriberCount", () => server.subscriberCount("topic"));
await attempt("subscriberCount()", () => server.subscriberCount());
server.stop(true);
