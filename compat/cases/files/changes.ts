// @covers Serve.Options.routes
import { rmSync } from "node:fs";
import { listen } from "../../client.ts";
import { folder, put, reply } from "./_reply.ts";

const file = `${folder()}/late.txt`;
const server = Bun.serve({
  ...listen(),
  development: false,
  routes: { "/route": Bun.file(file), "/response": new Response(Bun.file(file)) },
  fetch: () => new Response(Bun.file(file)),
  error: (error: any) => new Response(error.code, { status: 500 }),
});
const all = async () => {
  for (const path of ["/route", "/response", "/handler"]) await reply(server, "GET", path);
};
await all();
put(file, "first");
await all();
put(file, "second, longer");
await all();
rmSync(file);
await all();
await server.stop(true);
