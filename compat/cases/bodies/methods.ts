// @covers Request
// Which methods have content.
import { brief, listen } from "../../client.ts";
const server = Bun.serve({ ...listen(), development: false, async fetch(req: Request) { return new Response(`${req.method} ${req.body === null} ${await req.text()}`); } });
for (const method of ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "GET", "PROPFIND"]) await brief(server, method, "/", {}, "content");
for (const method of ["POST", "DELETE"]) await brief(server, method, "/");
await server.stop(true);
