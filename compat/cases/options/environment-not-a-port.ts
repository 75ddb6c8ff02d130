// @covers Serve.Options.port
// @env BUN_PORT=x
// @env PORT=99999
// @env NODE_PORT=17343
import { attempt } from "../../client.ts";
await attempt("serve", () => {
  const server = Bun.serve({ fetch: () => new Response("x") });
  server.stop(true);
  return server.port;
});
