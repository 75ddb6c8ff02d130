// @covers Server.fetch
// What server.fetch takes, gives and refuses; it never throws, it rejects.
import { attempt } from "../../client.ts";
const server: any = Bun.serve({ port: 0, fetch: (req: Request, server?: unknown) => new Response(`${req.method} ${new URL(req.url).pathname} ${server === undefined}`) });
for (const value of [undefined, null, 5, "", "/x", "?q", "#f", "http://other/y", new URL("http://h/z"), new Request("http://h/q", { method: "POST", body: "b" }), {}, [], () => {}, Symbol("x"), 5n])
  await attempt(`${value?.constructor?.name} ${typeof value === "string" ? value : ""}`, async () => { const promise = server.fetch(value); const response = await promise; return `${promise instanceof Promise} ${response.status} ${await response.text()}`; });
await attempt("nothing", () => server.fetch());
for (const [name, answer] of Object.entries({ undefined: () => undefined, null: () => null, text: () => "text", error: () => new Error("returned"), later: async () => undefined, laterError: async () => new Error("later"), throws: () => { throw new Error("thrown"); }, rejects: async () => { throw new Error("rejected"); }, number: () => { throw 5; } })) {
  server.reload({ fetch: answer });
  await attempt(name, async () => String(await server.fetch("/")));
}
const asked = new Request("http://h/", { method: "PUT", body: "content" });
server.reload({ fetch: async (req: Request) => new Response(`${req === asked} ${await req.text()}`) });
console.log(await (await server.fetch(asked)).text(), asked.bodyUsed, await asked.text());
await server.stop(true);
