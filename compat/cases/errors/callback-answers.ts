// @covers Serve.Options.error
// An error handler that answers with JSON, a stream, nothing or a redirect.
import { brief, listen } from "../../client.ts";
const answers: Record<string, () => any> = { json: () => Response.json({ error: true }, { status: 422 }), stream: () => new Response((async function* () { yield "a"; yield "b"; })() as any, { status: 500 }), empty: () => new Response(null, { status: 204 }), redirect: () => Response.redirect("/elsewhere") };
let answer = "";
const server = Bun.serve({ ...listen(), development: false, fetch(req: Request) { answer = new URL(req.url).pathname.slice(1); throw new Error("boom"); }, error: () => answers[answer]!() });
for (const name of Object.keys(answers)) await brief(server, "GET", `/${name}`);
await server.stop(true);
