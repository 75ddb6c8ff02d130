// @covers Serve.DirectoryRouteOptions.dir
import { mkdirSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { listen } from "../../client.ts";
import { folder, put, reply } from "../files/_reply.ts";

const root = folder();
mkdirSync(`${root}/public`);
put(`${root}/secret.txt`, "secret");
const server = Bun.serve({ ...listen(), routes: { "/s/*": { dir: `${root}/public` } } });
const ask = () => reply(server, "GET", "/s/a.txt");
await ask();
put(`${root}/public/a.txt`, "first");
await ask();
put(`${root}/public/a.txt`, "second, longer");
await ask();
rmSync(`${root}/public/a.txt`);
symlinkSync("../secret.txt", `${root}/public/a.txt`);
await ask();
rmSync(`${root}/public/a.txt`);
put(`${root}/public/a.txt`, "third");
renameSync(`${root}/public`, `${root}/moved`);
await ask();
mkdirSync(`${root}/public`);
put(`${root}/public/a.txt`, "another");
await ask();
await server.stop(true);
