// @covers Server.reload
import { listen } from "../../client.ts";
import { folder, put, reply } from "../files/_reply.ts";

// A table with directories, swapped again and again: what the old tables held open is given back.
const made = folder();
put(`${made}/a.txt`);
const table = (n: number): any => ({ routes: { [`/d${n % 3}/*`]: { dir: made } }, fetch: () => new Response("fetch") });
const server = Bun.serve({ ...listen(), ...table(0) });
for (let n = 1; n <= 30_000; n++) {
  server.reload(table(n));
  if (n % 1000 === 0) await new Promise((resolve) => setImmediate(resolve));
}
for (const path of ["/d0/a.txt", "/d1/a.txt", "/d2/a.txt"]) await reply(server, "GET", path);
await server.stop(true);
