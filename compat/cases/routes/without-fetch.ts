// @covers Serve.Options.routes
import { exchange, listen } from "../../client.ts";
const server = Bun.serve({ ...listen(), development: false, routes: { "/": new Response("home"), "/post": { POST: () => new Response("posted") } } });
for (const [method, path] of [["GET", "/missing"], ["HEAD", "/missing"], ["POST", "/missing"], ["GET", "/post"], ["PUT", "/post"], ["OPTIONS", "/"]] as const) await exchange(server, method, path);
await server.stop(true);
