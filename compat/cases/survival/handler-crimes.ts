// @covers Serve.Options.fetch
// Whatever a handler does to its reply, the process lives and the next request is served.
import { brief, listen, send } from "../../client.ts";
const crimes: Record<string, (req: any, server: any) => any> = {
  getterThrows: () => Object.defineProperty(new Response("x"), "status", { get() { throw new Error("no"); } }),
  proxy: () => new Proxy(new Response("x"), {}),
  created: () => Object.create(Response.prototype),
  subclassBroken: () => Object.setPrototypeOf({}, Response.prototype),
  hugeHeader: () => new Response("x", { headers: { "x-big": "y".repeat(20_000) } }),
  manyHeaders: () => new Response("x", { headers: Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`x-${n}`, "1"])) }),
  throwsInMicrotask: () => { Promise.resolve().then(() => {}); return new Response("fine"); },
  stopsAndAnswers: () => new Response("last"),
};
const server = Bun.serve({ ...listen(), development: false, error: () => new Response("error handler", { status: 500 }), fetch: (req: Request, server: any) => crimes[new URL(req.url).pathname.slice(1)]?.(req, server) ?? new Response("fine") });
for (const name of Object.keys(crimes)) {
  const reply = await send(server, "GET", `/${name}`);
  console.log(name, reply.status, reply.body, reply.fields.length > 100);
}
await brief(server, "GET", "/after");
await server.stop(true);
