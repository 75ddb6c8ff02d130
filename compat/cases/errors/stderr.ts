// @covers Serve.Options.error
// @compare stderr
// An error the callback took is not reported; what it prints itself is all.
import { brief, listen } from "../../client.ts";
const server = Bun.serve({ ...listen(), fetch() { throw new Error("boom"); }, error: (error) => { console.error("mine:", error.message); return new Response("handled"); } });
await brief(server, "GET", "/");
await server.stop(true);
