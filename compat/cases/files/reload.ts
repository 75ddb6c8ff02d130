// @covers Server.reload
import { listen } from "../../client.ts";
import { folder, put, reply } from "./_reply.ts";

const dir = folder();
const other = folder();
put(`${dir}/a.txt`, "one");
put(`${other}/a.txt`, "another");
const server = Bun.serve({ ...listen(), routes: { "/file": Bun.file(`${dir}/a.txt`), "/d/*": { dir } } });
const all = async () => {
  for (const path of ["/file", "/d/a.txt", "/new"]) await reply(server, "GET", path);
};
await all();
server.reload({
  routes: {
    "/file": new Response(Bun.file(`${other}/a.txt`), { headers: { "x-a": "1" } }),
    "/d/*": { dir: other },
    "/new": Bun.file(`${dir}/a.txt`),
  },
});
await all();
try {
  server.reload({ routes: { "/d/*": { dir: `${dir}/nope` } } });
} catch (error: any) {
  console.log(error.code);
}
await all();
await server.stop(true);
