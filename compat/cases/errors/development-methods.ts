// @covers Serve.Options.development
// The page for other methods than GET.
import { listen, send } from "../../client.ts";
const server = Bun.serve({ ...listen(), development: true, fetch() { throw new Error("boom"); } });
for (const method of ["GET", "POST", "PUT", "HEAD", "OPTIONS"]) { const { status, body, fields } = await send(server, method, "/"); console.log(method, status, fields.find(([name]) => name.toLowerCase() === "content-type")?.[1], body.includes("boom")); }
await server.stop(true);
