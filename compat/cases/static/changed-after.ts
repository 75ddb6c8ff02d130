// @covers Server.reload
import { brief, exchange, listen } from "../../client.ts";

const response = new Response("first", { headers: { "x-a": "1" } });
const bytes = new Uint8Array([65, 66]);
const server = Bun.serve({ ...listen(), routes: { "/": response, "/bytes": new Response(bytes) } });
response.headers.set("x-a", "2");
bytes[0] = 90;
await exchange(server, "GET", "/");
await brief(server, "GET", "/bytes");
console.log(response.bodyUsed, await response.text(), response.bodyUsed);
await brief(server, "GET", "/");
server.reload({ routes: { "/": new Response("second"), "/new": new Response("new") } } as any);
for (const path of ["/", "/new", "/bytes"]) await brief(server, "GET", path);
await server.stop(true);
