// @covers Serve.Options.development
// Markup in an error is text in the page.
import { listen, send } from "../../client.ts";
const server = Bun.serve({ ...listen(), development: true, fetch(req: Request) { throw new Error(`<img src=x onerror=alert(1)> ${new URL(req.url).pathname} </script><script>alert(2)</script>`); } });
const { status, body } = await send(server, "GET", "/<b>x</b>");
console.log(status, body.includes("<img src=x"), body.includes("<script>alert(2)"), body.includes("<b>x</b>"));
await server.stop(true);
