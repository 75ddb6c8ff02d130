// @covers Serve.Options.routes
// @difference date-always uws
// @difference date-of-static node
// Which replies of pages have a Date.
import { listen, send } from "../../client.ts";
import { page, site } from "./_site.ts";

site({ "i.html": "<script src=m.ts></script>", "m.ts": "console.log(1)" });
const index = await page("i.html");
for (const development of [false, true]) {
  const server = Bun.serve({ ...listen(), development, routes: { "/": index } });
  for (const method of ["GET", "HEAD", "POST"]) {
    const reply = await send(server, method, "/", { Host: "localhost" });
    console.log(development, method, reply.status, reply.fields.some(([name]) => name === "Date"));
  }
  await server.stop(true);
}
