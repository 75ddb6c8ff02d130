// @covers Response.error
import { exchange, listen } from "../../client.ts";

const answers: Record<string, () => any> = {
  error: () => Response.error(),
};
const server = Bun.serve({ ...listen(), development: false, fetch: (req: Request) => answers[new URL(req.url).pathname.slice(1)]!() });
for (const name of Object.keys(answers))
  for (const method of ["GET", "HEAD"]) await exchange(server, method, `/${name}`);
// The second half: nothing was reported as thrown by the handler itself.
console.log(Response.error().type, Response.error().status, Response.error().ok);
await server.stop(true);
