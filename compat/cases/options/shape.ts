// @covers Bun.serve
import { attempt } from "../../client.ts";

const serve = Bun.serve as any;
await attempt("no argument", () => serve());
for (const value of [null, undefined, 5, "x", true, [], {}, () => {}])
  await attempt(`${JSON.stringify(value)} ${typeof value}`, () => serve(value));
await attempt("PORT is not a port", () => {
  process.env.PORT = "x";
  const server = serve({ fetch: () => new Response("x"), port: 0 });
  server.stop(true);
  return "accepted";
});
