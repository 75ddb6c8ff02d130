// @covers Serve.Options.routes
import { attempt, brief, listen } from "../../client.ts";

const yes = () => new Response("yes");
class Table {
  "/own" = yes;
  get "/getter"() {
    return yes;
  }
}
const inherited = Object.create({ "/inherited": yes }, { "/hidden": { value: yes, enumerable: false }, "/shown": { value: yes, enumerable: true } });
const tables: Record<string, any> = {
  "class instance": new Table(),
  inherited,
  "null prototype": Object.assign(Object.create(null), { "/a": yes }),
  frozen: Object.freeze({ "/a": yes }),
  proxy: new Proxy({ "/a": yes }, {}),
  symbol: { [Symbol("/a")]: yes, "/b": yes },
  map: new Map([["/a", yes]]),
  function: Object.assign(() => {}, { "/a": yes }),
  array: [yes],
  empty: {},
  null: null,
  string: "/a",
  number: 1,
  true: true,
  throwing: {
    get "/a"() {
      throw new RangeError("mine");
    },
  },
};
for (const [name, routes] of Object.entries(tables)) {
  await attempt(name, async () => {
    const server = Bun.serve({ ...listen(), routes, fetch: () => new Response("fetch") } as any);
    for (const path of ["/a", "/b", "/own", "/getter", "/inherited", "/hidden", "/shown"]) await brief(server, "GET", path);
    await server.stop(true);
    return "served";
  });
}
