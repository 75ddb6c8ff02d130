// @covers Serve.Options.routes
// @difference page-polyfills uws
// @difference page-polyfills node
// Modules of Node.js that have a version for browsers.
import { listen } from "../../client.ts";
import { page, run, site } from "./_site.ts";

site({
  "i.html": "<script src=m.ts></script>",
  "m.ts": 'import * as path from "path"; import * as events from "node:events"; globalThis.result = [typeof path.join, typeof events.EventEmitter];',
});
const server = Bun.serve({ ...listen(), development: false, routes: { "/": await page("i.html") } });
console.log(await run(server, "/"));
await server.stop(true);
