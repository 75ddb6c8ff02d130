// @covers Serve.Options.routes
import { execFileSync, spawn } from "node:child_process";
import { listen, send } from "../../client.ts";
import { folder } from "./_reply.ts";

const dir = folder();
const pipe = `${dir}/pipe`;
execFileSync("mkfifo", [pipe]);
const server = Bun.serve({
  ...listen(),
  development: false,
  routes: { "/route": Bun.file(pipe), "/d/*": { dir } },
  fetch: () => new Response(Bun.file(pipe)),
});
for (const path of ["/route", "/handler"]) {
  const reply = send(server, "GET", path);
  spawn("sh", ["-c", `sleep 0.1; printf piped > "${pipe}"`]);
  const { status, fields, body } = await reply;
  const shown = fields.filter(([name]) => !/^(date|content-length|transfer-encoding)$/i.test(name));
  console.log(status, JSON.stringify(shown), body);
}
console.log((await send(server, "GET", "/d/pipe")).status);
await server.stop(true);
