// @covers Response
// @difference close-order uws
// Connection fields set by the handler, and what then happens to the connection.
import { raw } from "../../client.ts";
const answers: Record<string, any> = { "/close": { connection: "close" }, "/keep": { connection: "keep-alive", "keep-alive": "timeout=5" }, "/upgrade": { connection: "upgrade", upgrade: "x" } };
const server = Bun.serve({ port: 0, fetch: (req: Request) => new Response("xyz", { headers: answers[new URL(req.url).pathname] }) });
for (const path of Object.keys(answers)) console.log(path, await raw(server, `GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`, { close: true, limit: 400 }));
console.log("asked to close", await raw(server, "GET /keep HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", { close: true, limit: 400 }));
await server.stop(true);
