// @covers Serve.Options.routes
// @difference failed-page uws
// @difference failed-page node
// A page that cannot be bundled for production, asked for again.
import { listen } from "../../client.ts";
import { get, page, site } from "./_site.ts";

site({ "i.html": '<script src="./gone.ts"></script>' });
const server = Bun.serve({ ...listen(), development: false, routes: { "/": await page("i.html") } });
for (let i = 0; i < 3; i++) {
  const { status, body } = await get(server, "/");
  console.log(status, JSON.stringify(body));
}
await server.stop(true);
