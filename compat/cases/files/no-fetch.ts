// @covers Serve.Options.routes
import { listen } from "../../client.ts";
import { folder, put, reply } from "./_reply.ts";

const dir = folder();
const server = Bun.serve({
  ...listen(),
  development: false,
  routes: {
    "/file": Bun.file(put(`${dir}/n.bin`)),
    "/missing": Bun.file(`${dir}/nope`),
    "/missing-response": new Response(Bun.file(`${dir}/nope`), { status: 201 }),
  },
});
for (const path of ["/file", "/missing", "/missing-response", "/other"])
  for (const method of ["GET", "HEAD", "POST"]) await reply(server, method, path);
await server.stop(true);
