// @covers Serve.Options.fetch, Serve.Options.error, Serve.Options.websocket
import { attempt } from "../../client.ts";

const fetch = () => new Response("x");
const serve = (options: any) => {
  const server = Bun.serve({ port: 0, ...options });
  server.stop(true);
  return "accepted";
};
for (const value of [5, null, undefined, {}, "x", false, true, []]) {
  await attempt(`fetch ${JSON.stringify(value)}`, () => serve({ fetch: value }));
  await attempt(`error ${JSON.stringify(value)}`, () => serve({ fetch, error: value }));
  await attempt(`websocket ${JSON.stringify(value)}`, () => serve({ fetch, websocket: value }));
}
await attempt("websocket without fetch", () => serve({ websocket: { message() {} } }));
