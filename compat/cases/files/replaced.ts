// @covers Serve.Options.routes
import { mkdirSync, renameSync, rmSync, symlinkSync, truncateSync, unlinkSync, writeFileSync } from "node:fs";
import { listen } from "../../client.ts";
import { folder, put, reply } from "./_reply.ts";

const made = folder();
const name = `${made}/n.txt`;
const server = Bun.serve({
  ...listen(),
  development: false,
  routes: { "/route": Bun.file(name), "/response": new Response(Bun.file(name)), "/d/*": { dir: made }, "/handler": () => new Response(Bun.file(name)) },
  fetch: () => new Response("fetch"),
  error: (error: any) => new Response(`error ${error.code}`, { status: 500 }),
});
const all = async (label: string) => {
  console.log(label);
  for (const path of ["/route", "/response", "/d/n.txt", "/handler"]) {
    await reply(server, "GET", path);
    await reply(server, "HEAD", path);
    await reply(server, "GET", path, { Range: "bytes=3-4" });
  }
};
await all("missing");
put(name);
await all("written");
put(`${made}/other`, "another content");
renameSync(`${made}/other`, name);
await all("renamed over");
truncateSync(name, 4);
put(name, "0123");
await all("shorter");
put(name, "");
await all("empty");
unlinkSync(name);
mkdirSync(name);
await all("directory");
rmSync(name, { recursive: true });
put(`${made}/target`, "behind a link");
symlinkSync("target", name);
await all("link");
unlinkSync(`${made}/target`);
await all("dangling");
unlinkSync(name);
symlinkSync("n.txt", name);
await all("loop");
unlinkSync(name);
writeFileSync(`${made}/file`, "x");
symlinkSync("file/below", name);
await all("below a file");
unlinkSync(name);
put(name, "back again");
await all("back");
await server.stop(true);
