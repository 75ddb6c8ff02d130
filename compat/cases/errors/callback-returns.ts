// @covers Serve.Options.error
// Is the error handler asked when a handler returns something which is not a Response?
import { brief, listen } from "../../client.ts";
const answers: Record<string, any> = { undefined, null: null, string: "x", error: new Error("returned"), number: 5, used: await (async () => { const r = new Response("x"); await r.text(); return r; })(), statusZero: Response.error() };
const server = Bun.serve({
  ...listen(),
  development: false,
  fetch: (req: Request) => answers[new URL(req.url).pathname.slice(1)],
  error: (error: any) => new Response(`error handler: ${error?.code ?? ""} ${error?.message}`, { status: 500 }),
});
for (const name of Object.keys(answers)) await brief(server, "GET", `/${name}`);
await server.stop(true);
