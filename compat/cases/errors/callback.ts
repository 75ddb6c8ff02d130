// @covers Serve.Options.error
import { exchange, listen } from "../../client.ts";
const thrown: Record<string, () => any> = { error: () => { throw new RangeError("boom"); }, string: () => { throw "text"; }, undefined: () => { throw undefined; }, response: () => { throw new Response("thrown", { status: 418 }); }, rejects: async () => { throw new Error("late"); } };
const server = Bun.serve({
  ...listen(),
  fetch: (req: Request) => thrown[new URL(req.url).pathname.slice(1)]!(),
  error(error: any) {
    console.log("error called with", error instanceof Error ? `${error.constructor.name} ${error.message}` : `${typeof error} ${String(error)}`);
    return new Response(`handled ${error?.message}`, { status: 503, headers: { "x-handled": "1" } });
  },
});
for (const name of Object.keys(thrown)) await exchange(server, "GET", `/${name}`);
await exchange(server, "HEAD", "/error");
await server.stop(true);
