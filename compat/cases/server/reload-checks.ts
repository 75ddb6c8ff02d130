// @covers Server.reload
// A reload checks every option, and changes nothing when one is wrong.
import { attempt, brief } from "../../client.ts";
const server: any = Bun.serve({ port: 0, fetch: () => new Response("first") });
const options: Record<string, unknown> = {
  port: { port: -1 }, bigPort: { port: 70000 }, textPort: { port: "abc" }, hostname: { hostname: Symbol("x") }, both: { unix: "a", hostname: "b" }, idle: { idleTimeout: "x" }, idleLong: { idleTimeout: 256 }, idleHalf: { idleTimeout: 1.5 },
  size: { maxRequestBodySize: "x" }, tls: { tls: 5 }, tlsKey: { tls: { key: 5 } }, tlsEmpty: { tls: {} }, id: { id: Symbol("x") }, http3: { http3: true }, http1: { http1: false }, websocket: { websocket: { message() {}, idleTimeout: 5000 } },
  routes: { routes: 5 }, route: { routes: { x: 1 } }, error: { error: 5 }, fetch: { fetch: 5 }, emptyFetch: { fetch: "" }, getter: { get port() { throw new Error("getter"); } }, fetchGetter: { get fetch() { throw new Error("fetch getter"); } },
};
for (const [name, value] of Object.entries(options)) await attempt(name, () => server.reload(value) === server);
await brief(server, "GET", "/");
await server.stop(true);
