// @covers Serve.Options.fetch
import { exchange, listen } from "../../client.ts";
const answers: Record<string, () => any> = {
  error: () => { throw new Error("boom"); }, string: () => { throw "boom"; }, undefined: () => { throw undefined; }, null: () => { throw null; },
  response: () => { throw new Response("thrown", { status: 418 }); }, rejects: async () => { throw new Error("boom"); },
  rejectsLater: async () => { await 1; throw new Error("boom"); }, rejectsUndefined: () => Promise.reject(), rejectsResponse: () => Promise.reject(new Response("rejected", { status: 418 })),
};
const server = Bun.serve({ ...listen(), development: false, fetch: (req: Request) => answers[new URL(req.url).pathname.slice(1)]!() });
for (const name of Object.keys(answers)) await exchange(server, "GET", `/${name}`);
await exchange(server, "HEAD", "/error");
await exchange(server, "POST", "/error", {}, "body");
await server.stop(true);
