// @covers Server.stop
import { readdirSync } from "node:fs";
import { listen } from "../../client.ts";
import { folder, put, reply } from "../files/_reply.ts";

// Servers that come and go leave no descriptor of their directories behind, those that never started included.
const made = folder();
put(`${made}/a.txt`);
const open = () => readdirSync("/proc/self/fd").length;
const start = (more: object = {}) => Bun.serve({ ...listen(), routes: { "/*": { dir: made } }, fetch: () => new Response("fetch"), ...more });
await start().stop(true);
const before = open();
for (let n = 0; n < 150; n++) {
  const server = start();
  if (n % 50 === 0) await reply(server, "GET", "/a.txt");
  await server.stop(true);
  try {
    start({ routes: { "/a/*": { dir: made }, "/b/*": { dir: `${made}/missing` } } });
  } catch (error: any) {
    if (n === 0) console.log(error.code);
  }
}
// Some of them are closed when their server is collected.
for (let tries = 0; tries < 200 && open() > before + 50; tries++) {
  Bun.gc(true);
  await new Promise((resolve) => setTimeout(resolve, 10));
}
console.log("left open:", open() > before + 50 ? "many" : "none or few");
