// @covers Serve.UnixServeOptions.unix
import { lstatSync } from "node:fs";

for (const mask of [0o022, 0o077, 0, 0o002, 0o777]) {
  process.umask(mask);
  const server = Bun.serve({ unix: `${mask}.sock`, fetch: () => new Response("x") });
  console.log(mask.toString(8), (lstatSync(`${mask}.sock`).mode & 0o777).toString(8));
  server.stop(true);
}
