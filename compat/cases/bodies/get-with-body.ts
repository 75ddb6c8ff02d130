// @covers Request
import { brief, listen } from "../../client.ts";
const server = Bun.serve({ ...listen(), fetch: async (req: Request) => new Response(`${req.method} ${req.body === null} ${req.headers.get("content-length")} [${await req.text()}]`) });
for (const method of ["GET", "HEAD", "DELETE", "OPTIONS", "PUT", "PATCH", "POST"]) await brief(server, method, "/", {}, "body");
for (const method of ["DELETE", "PUT", "POST"]) await brief(server, method, "/");
await server.stop(true);
