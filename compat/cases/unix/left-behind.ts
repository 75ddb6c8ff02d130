// @covers Serve.UnixServeOptions.unix
// A socket whose server is gone is in use all the same: nobody takes it away.
import { spawnSync } from "node:child_process";
import { lstatSync } from "node:fs";
import { shown } from "./_ask.ts";

spawnSync(process.execPath, [
  "-e",
  'require("node:net").createServer().listen("old.sock", () => process.kill(process.pid, "SIGKILL"))',
]);
console.log(lstatSync("old.sock").isSocket());
try {
  Bun.serve({ unix: "old.sock", fetch: () => new Response("x") });
} catch (error) {
  console.log(shown(error));
}
console.log(lstatSync("old.sock").isSocket());
