// @covers Serve.Options.routes
import { attempt } from "../../client.ts";

const fetch = () => new Response("x");
const serve = (options: any) => {
  const server = Bun.serve({ port: 0, ...options });
  server.stop(true);
  return "accepted";
};
const values = [5, null, undefined, {}, "x", false, true, [], () => {}];
for (const value of values) await attempt(`routes ${JSON.stringify(value)} ${typeof value}`, () => serve({ routes: value }));
for (const value of values) await attempt(`routes ${JSON.stringify(value)} ${typeof value} and fetch`, () => serve({ routes: value, fetch }));
