// @covers Serve.Options.id, Server.id
import { attempt } from "../../client.ts";

const fetch = () => new Response("x");
for (const id of ["a", "", 0, 5, null, undefined, {}, true])
  await attempt(`id ${JSON.stringify(id)}`, () => {
    const server = Bun.serve({ port: 0, id, fetch } as any);
    const seen = `${typeof server.id} ${typeof id === "string" ? JSON.stringify(server.id) : server.id.length > 0}`;
    server.stop(true);
    return seen;
  });
