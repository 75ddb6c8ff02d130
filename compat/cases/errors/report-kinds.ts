// @covers Serve.Options.error
// @compare stderr
// What is printed of the things that can be thrown.
import { brief, listen } from "../../client.ts";
class HttpError extends Error { override name = "HttpError"; status = 418; }
const things: Record<string, unknown> = {
  text: "text", empty: "", number: 5, zero: -0, null: null, undefined: undefined, false: false, symbol: Symbol("s"), bigint: 5n,
  object: { a: 1, b: { c: [1, 2, 3] } }, message: { message: "hey", code: 5 }, named: { name: "Named", message: "hey" }, array: [1, "x"],
  date: new Date(0), map: new Map([["a", 1]]), bare: Object.assign(Object.create(null), { a: 1 }), response: new Response("thrown"),
};
const server = Bun.serve({ ...listen(), development: false, fetch(req: Request) { throw things[new URL(req.url).pathname.slice(1)]; } });
for (const name of Object.keys(things)) { console.error(`# ${name}`); await brief(server, "GET", `/${name}`); }
process.exit(0);
