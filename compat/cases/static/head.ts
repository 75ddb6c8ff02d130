// @covers Serve.Options.routes
import { exchange, listen, send } from "../../client.ts";

const server = Bun.serve({
  ...listen(),
  routes: {
    "/text": new Response("hi"),
    "/empty": new Response(""),
    "/204": new Response(null, { status: 204 }),
    "/404": new Response("nf", { status: 404 }),
    "/method": { GET: new Response("get"), POST: new Response("post") },
    "/blob": new Response(new Blob(["abc"], { type: "q/r" })),
  },
  fetch: () => new Response("from fetch", { status: 404 }),
});
await send(server, "GET", "/text");
for (const path of ["/text", "/empty", "/204", "/404", "/method", "/blob"])
  await exchange(server, "HEAD", path);
await exchange(server, "POST", "/method", {}, "x");
await exchange(server, "PUT", "/method", {}, "x");
await server.stop(true);
