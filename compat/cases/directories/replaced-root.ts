// @covers Serve.DirectoryRouteOptions.dir
import { mkdirSync, renameSync, rmSync, symlinkSync, unlinkSync } from "node:fs";
import { listen } from "../../client.ts";
import { folder, put, reply } from "../files/_reply.ts";

const made = folder();
const root = `${made}/root`;
mkdirSync(`${root}/sub`, { recursive: true });
mkdirSync(`${made}/outside`);
put(`${made}/outside/x.txt`, "outside");
put(`${root}/a.txt`, "first");
const server = Bun.serve({ ...listen(), routes: { "/s/*": { dir: root } }, fetch: () => new Response("fetch") });
const all = async (label: string) => {
  console.log(label);
  for (const path of ["/s/a.txt", "/s/b.txt", "/s/sub", "/s/sub/", "/s/sub/x.txt"]) await reply(server, "GET", path);
};
await all("as it was");
put(`${root}/b.txt`, "added");
put(`${root}/sub/x.txt`, "below");
put(`${root}/sub/index.html`, "index");
await all("added to");
rmSync(`${root}/sub`, { recursive: true });
symlinkSync(`${made}/outside`, `${root}/sub`);
await all("sub became a link outwards");
unlinkSync(`${root}/sub`);
put(`${root}/sub`, "sub is a file");
await all("sub became a file");
renameSync(root, `${made}/moved`);
await all("moved");
mkdirSync(root);
put(`${root}/a.txt`, "another");
await all("another in its place");
rmSync(`${made}/moved`, { recursive: true });
await all("the first one deleted");
server.reload({ routes: { "/s/*": { dir: root } }, fetch: () => new Response("fetch 2") } as any);
await all("reloaded");
await server.stop(true);
