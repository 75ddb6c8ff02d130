// @covers Serve.Options.development
// In production no detail of an error reaches the client.
import { listen, send } from "../../client.ts";
const secret = "s3cret";
const throwers: Record<string, () => any> = { error: () => { throw new Error(secret); }, string: () => { throw secret; }, object: () => { throw { secret }; }, cause: () => { throw new Error("x", { cause: new Error(secret) }); }, aggregate: () => { throw new AggregateError([new Error(secret)], secret); }, later: async () => { await 1; throw new Error(secret); } };
const server = Bun.serve({ ...listen(), development: false, fetch: (req: Request) => throwers[new URL(req.url).pathname.slice(1)]!() });
for (const name of Object.keys(throwers)) { const reply = await send(server, "GET", `/${name}`, { accept: "text/html" }); console.log(name, reply.status, JSON.stringify(reply.body), reply.fields.map(([field]) => field.toLowerCase()).join()); }
await server.stop(true);
