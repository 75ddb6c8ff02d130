// @covers Bun.serve
// Which options are read, and in which order; an option object may be a class instance with getters.
import { attempt } from "../../client.ts";

class Options {
  get port() { return 0; }
  get fetch() { return () => new Response("from a getter"); }
}
const server = Bun.serve(new Options() as any);
console.log(await (await fetch(server.url)).text());
server.stop(true);
await attempt("a getter that throws", () => Bun.serve({ get port() { throw new RangeError("no port for you"); }, fetch: () => new Response("") } as any));
await attempt("inherited options", () => {
  const inherited = Bun.serve(Object.create({ port: 0, fetch: () => new Response("x") }));
  inherited.stop(true);
  return "accepted";
});
await attempt("frozen options", () => {
  const frozen = Bun.serve(Object.freeze({ port: 0, fetch: () => new Response("x") }));
  frozen.stop(true);
  return "accepted";
});
