// @covers Serve.Options.error
// An error handler that is late, returns nothing or fails itself.
import { brief, listen } from "../../client.ts";
const handlers: Record<string, (error: any) => any> = {
  async: async () => new Response("async", { status: 501 }),
  asyncLater: async () => { await new Promise((r) => setTimeout(r, 5)); return new Response("later", { status: 502 }); },
  undefined: () => undefined, asyncUndefined: async () => undefined, null: () => null, string: () => "text", error: (error) => error,
  throws: () => { throw new Error("second"); }, rejects: async () => { throw new Error("second"); },
};
for (const development of [false, true])
  for (const [name, error] of Object.entries(handlers)) {
    if (development && /throws|rejects|ndefined|null|string|error/.test(name)) continue;
    const server = Bun.serve({ ...listen(), development, fetch() { throw new Error("first"); }, error });
    console.log(development, name);
    await brief(server, "GET", "/");
    await server.stop(true);
  }
