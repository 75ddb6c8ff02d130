// @covers Serve.Options.error
// Whatever is thrown is what the error handler gets.
import { listen, send } from "../../client.ts";
class Mine extends Error { override name = "Mine"; extra = 5; }
const things: Record<string, () => unknown> = { undefined: () => undefined, null: () => null, number: () => 5, string: () => "text", object: () => ({ a: 1 }), array: () => [1, 2], mine: () => new Mine("m"), frozen: () => Object.freeze(new Error("f")), proxy: () => new Proxy(new Error("p"), {}), symbol: () => Symbol("s"), function: () => () => 1, bigint: () => 5n };
const server = Bun.serve({ ...listen(), development: false, fetch(req: Request) { throw things[new URL(req.url).pathname.slice(1)]!(); }, error(thrown: any) { return new Response(`${typeof thrown} ${thrown?.name ?? thrown?.constructor?.name} ${thrown?.message} ${thrown?.extra}`); } });
for (const name of Object.keys(things)) { const { status, body } = await send(server, "GET", `/${name}`); console.log(name, status, body); }
await server.stop(true);
