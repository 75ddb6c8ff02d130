// @covers Serve.Options.fetch
// What a handler may return, in and out of development mode.
import { brief, listen } from "../../client.ts";
const answers: Record<string, () => any> = {
  undefined: () => undefined, null: () => null, string: () => "hello", object: () => ({ a: 1 }), number: () => 5, error: () => new Error("boom"),
  promiseUndefined: async () => undefined, promiseString: async () => "x", promiseError: async () => new Error("boom"), request: () => new Request("http://a/"),
  responseLike: () => ({ status: 200, body: "x" }), constructor: () => Response, promisePromise: () => Promise.resolve(Promise.resolve(new Response("nested"))),
  thenable: () => ({ then(resolve: any) { resolve(new Response("thenable")); } }),
};
for (const development of [false, true]) {
  const server = Bun.serve({ ...listen(), development, fetch: (req: Request) => answers[new URL(req.url).pathname.slice(1)]!() });
  console.log("development", development);
  for (const name of Object.keys(answers)) if (!development || !/error|Error/.test(name)) await brief(server, "GET", `/${name}`);
  await server.stop(true);
}
