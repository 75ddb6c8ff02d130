// @covers Response
// A stream that fails is reported and costs the process nothing: its exit code stays 0.
import { raw, request } from "../../client.ts";
const server = Bun.serve({ port: 0, development: false, fetch: (req: Request) => new Response((async function* () { if (req.url.endsWith("/late")) { yield "x".repeat(300); await new Promise((resolve) => setTimeout(resolve, 10)); } throw new Error("E1"); })() as any) });
for (const path of ["/early", "/late"]) console.log(/<(closed|reset)>$/.test(await raw(server, request("GET", path), { close: true })));
await server.stop(true);
